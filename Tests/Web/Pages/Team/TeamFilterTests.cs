using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class TeamFilterTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Filters(), filter => Read(TeamLinks.Of(filter)) == filter)
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Whatever_stands_in_the_address_is_read_as_something() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string?[]>(),
                values =>
                {
                    var names = new[]
                    {
                        "q",
                        "role",
                        "skill",
                        "employment",
                        "always",
                        "sort",
                        "after",
                        "before",
                    };
                    var query = names
                        .Zip(values)
                        .ToDictionary(
                            pair => pair.First,
                            pair => new Microsoft.Extensions.Primitives.StringValues(pair.Second)
                        );
                    var read = TeamFilter.Read(new QueryCollection(query));
                    return Read(TeamLinks.Of(read)) == read;
                }
            )
            .Check(Config.QuickThrowOnFailure);

    static TeamFilter Read(string link) =>
        TeamFilter.Read(
            new QueryCollection(
                QueryHelpers.ParseQuery(new Uri(new Uri("http://office"), link).Query)
            )
        );

    static Arbitrary<TeamFilter> Filters() =>
        (
            from search in Gen.Elements("", "a&b=c", "Ümit 100%", "+49 151", "日本 #1")
            from sort in Gen.Elements(Enum.GetValues<TeamSort>())
            from isDown in Gen.Elements(true, false)
            from flags in Gen.Choose(0, 63)
            from before in Gen.Elements(true, false)
            select new TeamFilter
            {
                Search = search,
                Sort = sort,
                Descending = isDown,
                AlwaysNeeded = (flags & 1) > 0,
                NotLately = (flags & 2) > 0,
                Archived = (flags & 4) > 0,
                Role = (flags & 8) > 0 ? Guid.CreateVersion7() : null,
                Skill = (flags & 16) > 0 ? "fine dining, à la carte" : null,
                Employment = (flags & 32) > 0 ? Employment.PartTime : null,
                Position =
                    sort == TeamSort.Name && flags > 20
                        ? new TeamPosition(before, Guid.CreateVersion7(), "ümit & co")
                        : null,
            }
        ).ToArbitrary();
}
