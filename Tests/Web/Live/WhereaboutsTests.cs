using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class WhereaboutsTests
{
    static readonly TimeSpan Start = TimeSpan.FromHours(1);

    readonly Whereabouts whereabouts = new();

    [Fact]
    public void Whoever_comes_is_told_and_so_is_whoever_leaves()
    {
        whereabouts.See([At("/team")], Start);
        Assert.Equal(["/team"], Tell(Start));

        whereabouts.See([], Start + TimeSpan.FromSeconds(6));
        Assert.Equal(["/team"], Tell(Start + TimeSpan.FromSeconds(6)));
        Assert.Empty(whereabouts.Here(null));
    }

    [Fact]
    public void Between_two_pages_nobody_has_left()
    {
        var bea = At("/team");
        whereabouts.See([bea], Start);
        Tell(Start);

        whereabouts.See([], Start + TimeSpan.FromSeconds(1));
        whereabouts.See([bea], Start + TimeSpan.FromSeconds(2));

        Assert.Empty(Tell(Start + TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void A_crowd_is_told_less_often_than_two()
    {
        LiveConnection[] crowd = [.. Enumerable.Range(0, 100).Select(_ => At("/team"))];
        whereabouts.See([.. crowd, At("/admin/jobs")], Start);
        Tell(Start);

        var soon = Start + TimeSpan.FromSeconds(1);
        whereabouts.See([.. crowd, At("/team"), At("/admin/jobs")], soon);

        Assert.Equal(["/admin/jobs"], Tell(soon));
        Assert.Equal(["/team"], whereabouts.Waiting(null));
        Assert.Equal(["/team"], Tell(Start + TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public void One_person_is_shown_in_a_limited_number_of_places()
    {
        var bea = Guid.CreateVersion7();
        var sockets = Enumerable.Range(0, 200).Select(i => At($"/made-up-{i}", bea));

        whereabouts.See([.. sockets, At("/team")], Start);

        Assert.Equal(Whereabouts.MostOfOne, whereabouts.Here(null).Count(one => one.Who == bea));
        Assert.Contains("/team", whereabouts.Here(null).Select(one => one.Place));
        Assert.Equal(Whereabouts.MostOfOne + 1, Tell(Start).Count);

        // Nor by going round: a place is left for others when it was left long enough.
        var soon = Start + TimeSpan.FromSeconds(2);
        whereabouts.See([At("/elsewhere", bea)], soon);
        Assert.Empty(Tell(soon));
        var later = Start + TimeSpan.FromSeconds(6);
        whereabouts.See([], later);
        whereabouts.See([At("/elsewhere", bea)], later);
        Assert.Equal([(bea, "/elsewhere")], whereabouts.Here(null));
    }

    [Theory]
    [InlineData("/team", "/team")]
    [InlineData(
        "/team/0199b2c4-0000-7000-8000-000000000001/history",
        "/team/0199b2c4-0000-7000-8000-000000000001"
    )]
    [InlineData("/admin/sync-health", "/admin/sync-health")]
    [InlineData("/team/<script>", "/")]
    [InlineData("", "/")]
    public void What_belongs_to_one_thing_is_one_place(string path, string place) =>
        Assert.Equal(place, Place.Of(path));

    List<string> Tell(TimeSpan now)
    {
        var due = whereabouts.Due(now);
        whereabouts.Told(due, now);
        return due;
    }

    static LiveConnection At(string place, Guid? who = null) =>
        new(
            "c",
            new Viewer(who ?? Guid.CreateVersion7(), "Bea", UserRole.Staff, null),
            null,
            () => { }
        )
        {
            Places = [place],
        };
}
