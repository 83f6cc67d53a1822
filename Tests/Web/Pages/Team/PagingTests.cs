using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Lists;
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

    static Arbitrary<ListQuery> Filters() =>
        (
            from sort in Gen.Elements<ListSort>(TeamList.List.Sorts)
            from isDown in Gen.Elements(true, false)
            from archived in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            from always in Gen.Elements(null, "1")
            from lately in Gen.Elements<string?>("not-lately", null, null)
            from skill in Gen.Elements<string?>(null, null, "bar")
            from employment in Gen.Elements(null, nameof(Employment.Student))
            from search in Gen.Elements("", "", "ann", "zoe")
            select new ListQuery(TeamList.List)
            {
                Sort = sort,
                Descending = isDown,
                Archived = archived,
                Search = search,
            }
                .With(Filter("always"), always)
                .With(Filter("worked"), lately)
                .With(Filter("skill"), skill)
                .With(Filter("employment"), employment)
        ).ToArbitrary();

    static ListFilter Filter(string key) => TeamList.List.Filters.Single(f => f.Key == key);

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
    async Task<List<Guid>> AllAsync(ListQuery query)
    {
        await using var office = Open();
        return [.. await TeamList.List.IdsAsync(office, query, Today, CancellationToken.None)];
    }

    async Task<List<IListed>> WalkAsync(
        ListQuery filter,
        Func<ListPage, int, Task<ListPosition?>> next
    )
    {
        var seen = new List<IListed>();
        for (var page = 0; page < 20; page++)
        {
            var view = await ViewAsync(filter);
            seen.AddRange(view.Rows);
            if (await next(view, page) is not { } position)
                return seen;
            // As it travels: through the address.
            filter = filter with
            {
                Position = ListPosition.Read(position.ToString(), position.Before, filter.Sort),
            };
        }
        throw new InvalidOperationException("The pages have no end.");
    }

    async Task<bool> BackAsync(ListQuery filter, List<Guid> all)
    {
        ListPage view;
        for (view = await ViewAsync(filter); view.Next is { } next; )
            view = await ViewAsync(filter with { Position = next });
        var seen = view.Rows.Select(p => p.Id).ToList();
        while (view.Previous is { } previous)
        {
            view = await ViewAsync(filter with { Position = previous });
            if (view.Query.Position is null)
                break;
            seen.InsertRange(0, view.Rows.Select(p => p.Id));
        }
        return seen.SequenceEqual(all);
    }

    async Task<ListPage> ViewAsync(ListQuery query)
    {
        await using var office = Open();
        return await TeamList.List.PageAsync(office, query, Today, CancellationToken.None);
    }

    Office Open() => new(Schema.Options(database.AppConnectionString));
}
