using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin;

public sealed class AuditTests(TestPostgres postgres) : OfficeTest(postgres)
{
    Guid amira;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        amira = await Database.AskAsync<Guid>(
            """
            insert into employees (id, name, employment, opening_hours, skills, notes, always_needed)
            values (gen_random_uuid(), 'Amira Yilmaz', 'Student', 12, '{}', '', false) returning id
            """
        );
        await ByBeaAsync("update employees set opening_hours = 14.5 where name = 'Amira Yilmaz'");
    }

    [Fact]
    public async Task A_change_stands_there_as_a_sentence_even_when_typed_by_hand()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);

        var lines = await LinesAsync(manager, "/admin/audit");

        Assert.Equal("Bea changed hours of Amira Yilmaz from 12 to 14.5", lines[0]);
        Assert.StartsWith(
            "postgres (at the database) added Amira Yilmaz",
            lines[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("from=0001-01-01")]
    [InlineData("to=9999-12-30")]
    [InlineData("from=0001-01-01&to=0001-01-01")]
    [InlineData("before=0.0")]
    public async Task The_first_and_the_last_day_there_is_can_be_asked_for(string days)
    {
        foreach (var zone in (string[])["Pacific/Kiritimati", "Pacific/Pago_Pago"])
        {
            await using var far = await OfficeApp.StartAsync(
                Database,
                settings: ("StaffDashboard:TimeZone", zone)
            );
            using var manager = await far.SignInAsync(UserRole.Manager);
            Assert.NotNull(
                (await manager.GetPageAsync($"/admin/audit?{days}")).QuerySelector("#audit-list")
            );
        }
    }

    [Fact]
    public async Task What_the_program_did_by_itself_is_not_taken_for_somebody_at_the_database()
    {
        await Database.RunAsync(
            "select set_config('app.user_name', 'StaffDashboard', true); update employees set opening_hours = 15"
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(
            "The program changed hours of Amira Yilmaz from 14.5 to 15",
            (await LinesAsync(manager, "/admin/audit"))[0]
        );
    }

    [Theory]
    [InlineData("table=employees", 2)]
    [InlineData("table=work_roles", 0)]
    [InlineData("person=yilm", 2)]
    [InlineData("person=nobody", 0)]
    [InlineData("actor=hand", 1)]
    [InlineData("request=a-step", 1)]
    [InlineData("from=2000-01-01&to=2000-01-02", 0)]
    [InlineData("from=2000-01-01", 2)]
    public async Task The_address_says_which_lines(string query, int expected)
    {
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(expected, (await LinesAsync(manager, $"/admin/audit?{query}")).Count);
    }

    [Fact]
    public async Task Staff_are_refused_and_managers_see_nothing_of_users_and_sessions()
    {
        using var staff = await App.SignInAsync();
        using var refused = await staff.GetAsync("/admin/audit");
        using var file = await staff.GetAsync("/admin/audit.csv");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);

        using var manager = await App.SignInAsync(UserRole.Manager);
        using var admin = await App.SignInAsync(UserRole.Admin);

        Assert.Empty(await LinesAsync(manager, "/admin/audit?table=sessions"));
        Assert.Contains(
            "Ada Admin signed in",
            await LinesAsync(admin, "/admin/audit?table=sessions")
        );
        await Database.RunAsync(
            $"insert into user_settings select id, 'Dark', 'Cosy' from users where role = 'Staff'"
        );
        Assert.Empty(await LinesAsync(admin, "/admin/audit?table=user_settings"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_double()
    {
        await Database.RunAsync(
            """
            insert into employees (id, name, employment, opening_hours, skills, notes, always_needed)
            select gen_random_uuid(), 'P' || i, 'Student', 0, '{}', '', false from generate_series(1, 120) i
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        var seen = new List<string>();
        for (var next = "/admin/audit?table=employees"; next is not null; )
        {
            var page = await manager.GetPageAsync(next);
            seen.AddRange(page.QuerySelectorAll(".history li").Select(li => li.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(122, seen.Count);
        Assert.Equal(122, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_file_holds_the_same_and_no_formula()
    {
        await ByBeaAsync(
            "update employees set name = '=cmd()' where name = 'Amira Yilmaz'",
            "=HYPERLINK(1)"
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        using var answer = await manager.GetAsync("/admin/audit.csv");

        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains("Time (UTC)", lines[0], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
        Assert.Contains(
            ",'=HYPERLINK(1),'=HYPERLINK(1) changed name",
            lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_erased_person_is_erased_here_too()
    {
        await Database.RunAsync(
            $"select set_config('app.user_role', 'Admin', false); select erase_record('employees', '{amira}', 'Erased person', array['work_role_id','employment','opening_hours'])"
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync("/admin/audit");

        Assert.DoesNotContain(
            "Amira",
            page.QuerySelector("#audit-list")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "erased an erased person for good",
            page.QuerySelector("#audit-list")!.TextContent,
            StringComparison.Ordinal
        );
    }

    Task ByBeaAsync(string sql, string name = "Bea") =>
        Database.RunAsync(
            $"""
            select set_config('app.user_id', gen_random_uuid()::text, false), set_config('app.user_name', '{name}', false),
                set_config('app.request_id', 'a-step', false);
            {sql}
            """
        );

    static async Task<List<string>> LinesAsync(Visitor visitor, string path) =>
        [
            .. (await visitor.GetPageAsync(path))
                .QuerySelectorAll(".history li p")
                .Select(p => p.TextContent.Trim()),
        ];
}
