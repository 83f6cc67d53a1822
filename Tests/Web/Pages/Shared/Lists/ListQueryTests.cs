using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Shared.Lists;

public class ListQueryTests
{
    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Queries(), query => AreSame(Read(TeamLinks.Person.Of(query)), query))
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
                    var read = ListQuery.Read(TeamList.List, new QueryCollection(query));
                    return AreSame(Read(TeamLinks.Person.Of(read)), read);
                }
            )
            .Check(Config.QuickThrowOnFailure);

    static bool AreSame(ListQuery one, ListQuery other) =>
        one with { Filters = other.Filters } == other
        && one.Filters.ToHashSet().SetEquals(other.Filters);

    static ListQuery Read(string link) =>
        ListQuery.Read(
            TeamList.List,
            new QueryCollection(
                QueryHelpers.ParseQuery(new Uri(new Uri("http://office"), link).Query)
            )
        );

    static Arbitrary<ListQuery> Queries() =>
        (
            from search in Gen.Elements("", "a&b=c", "Ümit 100%", "+49 151", "日本 #1")
            from sort in Gen.Elements<ListSort>(TeamList.List.Sorts)
            from isDown in Gen.Elements(true, false)
            from flags in Gen.Choose(0, 63)
            from before in Gen.Elements(true, false)
            select new ListQuery(TeamList.List)
            {
                Search = search,
                Sort = sort,
                Descending = isDown,
                Archived = (flags & 4) > 0,
                Position =
                    sort.Key == "name" && flags > 20
                        ? new ListPosition(before, Guid.CreateVersion7(), "ümit & co")
                        : null,
            }
                .With(Filter("always"), (flags & 1) > 0 ? "1" : null)
                .With(Filter("worked"), (flags & 2) > 0 ? "not-lately" : null)
                .With(Filter("role"), (flags & 8) > 0 ? $"{Guid.CreateVersion7()}" : null)
                .With(Filter("skill"), (flags & 16) > 0 ? "fine dining, à la carte" : null)
                .With(Filter("employment"), (flags & 32) > 0 ? nameof(Employment.PartTime) : null)
        ).ToArbitrary();

    static ListFilter Filter(string key) => TeamList.List.Filters.Single(f => f.Key == key);
}
