using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class NoticeTests
{
    [Fact]
    public void Many_rows_of_one_topic_make_one_notice() =>
        Assert.Equal(
            [new("team", "Bea", "r1"), new("person:1", "Bea", "r1")],
            Notice.Fold([Row("Bea", "r1", "team"), Row("Bea", "r1", "team", "person:1")])
        );

    [Fact]
    public void Several_people_are_nobody_in_particular() =>
        Assert.Equal(
            [new("team", null, null)],
            Notice.Fold([Row("Bea", "r1", "team"), Row("Ann", "r2", "team")])
        );

    [Fact]
    public void Somebody_and_a_hand_at_the_database_are_nobody_in_particular() =>
        Assert.Null(Assert.Single(Notice.Fold([Row(null, null, "a"), Row("Ann", "r2", "a")])).By);

    static Change Row(string? by, string? origin, params string[] topics) =>
        new(1, 1, topics, origin, by, default);
}
