using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public sealed class PagingTests(TestPostgres postgres) : IAsyncLifetime
{
    const int People = 130;
    static readonly DateOnly Today = new(2026, 11, 21);
    TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await database.RunAsync(
            $"""
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours, last_worked_on, archived_at, created_at)
            select gen_random_uuid(), (array['Ann','Änn','ann','Bob','Zoë'])[1 + i % 5], case when i % 4 = 0 then array['bar'] else '{"{}"}' end,
              (array['Student','FullTime'])[1 + i % 2], i % 3 = 0, '', i % 4, case when i % 3 > 0 then date '2026-11-01' - i % 7 end,
              case when i % 9 = 0 then now() end, timestamptz '2026-01-01' + (i % 6) * interval '1 microsecond'
            from generate_series(1, {People}) i
            """
        );
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    static Arbitrary<TeamFilter> Filters() =>
        (
            from sort in Gen.Elements(Enum.GetValues<TeamSort>())
            from isDown in Gen.Elements(true, false)
            from archived in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            from always in Gen.Elements(true, false)
            from lately in Gen.Elements(true, false, false)
            from skill in Gen.Elements<string?>(null, null, "bar")
            from employment in Gen.Elements<Employment?>(null, Employment.Student)
            from search in Gen.Elements("", "", "ann", "zoe")
            select new TeamFilter
            {
                Sort = sort,
                Descending = isDown,
                Archived = archived,
                AlwaysNeeded = always,
                NotLately = lately,
                Skill = skill,
                Employment = employment,
                Search = search,
            }
        ).ToArbitrary();

    [Fact]
    public void Every_page_after_the_other_shows_everybody_once_and_in_order_and_so_does_the_way_back() =>
        Prop.ForAll(
                Filters(),
                filter =>
                {
                    var all = AllAsync(filter).GetAwaiter().GetResult();
                    var there = WalkAsync(filter, (view, _) => Task.FromResult(view.Next))
                        .GetAwaiter()
                        .GetResult();
                    return there.Select(p => p.Id).SequenceEqual(all)
                        && BackAsync(filter, all).GetAwaiter().GetResult();
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Newcomers_before_and_behind_the_place_neither_hide_nor_repeat_anybody() =>
        Prop.ForAll(
                Filters(),
                filter =>
                {
                    var all = AllAsync(filter).GetAwaiter().GetResult().ToHashSet();
                    var seen = WalkAsync(
                            filter,
                            async (view, _) =>
                            {
                                await database.RunAsync(
                                    "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) values (gen_random_uuid(), 'Aaa', '{}', 'Student', true, '', 0), (gen_random_uuid(), 'Zzz', '{bar}', 'Student', true, '', 9)"
                                );
                                return view.Next;
                            }
                        )
                        .GetAwaiter()
                        .GetResult()
                        .Select(p => p.Id)
                        .ToList();
                    return seen.Distinct().Count() == seen.Count && all.IsSubsetOf(seen);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    // What the list says, asked once and without pages.
    async Task<List<Guid>> AllAsync(TeamFilter filter)
    {
        await using var office = Open();
        await using var connection = await office.HoldConnectionAsync(CancellationToken.None);
        var search = await PeopleSearch.PrepareAsync(
            connection,
            filter.Search,
            filter.Skill,
            CancellationToken.None
        );
        return await office
            .Employees.Matching(filter, search, Today)
            .InOrder(filter)
            .Select(e => e.Id)
            .ToListAsync();
    }

    async Task<List<TeamPerson>> WalkAsync(
        TeamFilter filter,
        Func<TeamView, int, Task<TeamPosition?>> next
    )
    {
        var seen = new List<TeamPerson>();
        for (var page = 0; page < 20; page++)
        {
            var view = await ViewAsync(filter);
            seen.AddRange(view.People);
            if (await next(view, page) is not { } position)
                return seen;
            // As it travels: through the address.
            filter = filter with
            {
                Position = TeamPosition.Read(position.ToString(), position.Before, filter.Sort),
            };
        }
        throw new InvalidOperationException("The pages have no end.");
    }

    async Task<bool> BackAsync(TeamFilter filter, List<Guid> all)
    {
        TeamView view;
        for (view = await ViewAsync(filter); view.Next is { } next; )
            view = await ViewAsync(filter with { Position = next });
        var seen = view.People.Select(p => p.Id).ToList();
        while (view.Previous is { } previous)
        {
            view = await ViewAsync(filter with { Position = previous });
            if (view.Filter.Position is null)
                break;
            seen.InsertRange(0, view.People.Select(p => p.Id));
        }
        return seen.SequenceEqual(all);
    }

    async Task<TeamView> ViewAsync(TeamFilter filter)
    {
        await using var office = Open();
        return await TeamView.ReadAsync(
            office,
            filter,
            Today,
            mayChange: true,
            CancellationToken.None
        );
    }

    Office Open() => new(Schema.Options(database.AppConnectionString));
}
