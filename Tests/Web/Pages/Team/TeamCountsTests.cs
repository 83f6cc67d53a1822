using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;
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

        var counts = await TeamCounts.ReadAsync(
            office,
            new TeamFilter(),
            PeopleSearch.Nothing,
            new DateOnly(2026, 11, 30),
            TestContext.Current.CancellationToken
        );

        foreach (
            var chip in (TeamChip[])
                [
                    TeamChip.Shown,
                    TeamChip.Active,
                    TeamChip.Archived,
                    TeamChip.AlwaysNeeded,
                    TeamChip.NotLately,
                ]
        )
            Assert.Equal(TeamCounts.Most + 1, counts.Of(chip));
        Assert.Equal(
            [("Bar", TeamCounts.Most + 1), ("Door", 8)],
            counts.Roles.Select(role => (role.Name, role.Count))
        );
        Assert.Equal("1,000+", TeamCounts.Words(counts.Of(TeamChip.Shown)));
    }
}
