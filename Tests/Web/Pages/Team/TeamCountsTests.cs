using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class TeamCountsTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task Nobody_is_counted_beyond_the_first_past_a_thousand()
    {
        await Database.RunAsync(
            """
            insert into work_roles (id, name, hue) values (gen_random_uuid(), 'Bar', 1), (gen_random_uuid(), 'Door', 2);
            set session_replication_role = replica;
            insert into employees (id, name, work_role_id, skills, employment, always_needed, notes, opening_hours, archived_at)
            select gen_random_uuid(), 'Number ' || i, (select id from work_roles where name = case when i % 1050 < 7 then 'Door' else 'Bar' end),
              '{}', 'FullTime', i <= 1003, '', 0, case when i > 1050 then now() end
            from generate_series(0, 2099) i
            """
        );
        await using var office = Open();

        var page = await TeamList.List.PageAsync(
            office,
            new ListQuery(TeamList.List),
            new DateOnly(2026, 11, 30),
            TestContext.Current.CancellationToken
        );

        var counts = page.Counts;
        foreach (
            var chip in (string[])
                [ListCounts.Shown, ListCounts.Active, ListCounts.Archived, "always", "worked"]
        )
            Assert.Equal(ListCounts.Most + 1, counts.Of(chip));
        Assert.Equal(
            [("Bar", ListCounts.Most + 1), ("Door", 8)],
            counts.ChoicesOf(TeamList.Role).Select(role => (role.Text!, role.Count))
        );
        Assert.Equal("1,000+", ListCounts.Words(counts.Of(ListCounts.Shown)));
    }
}
