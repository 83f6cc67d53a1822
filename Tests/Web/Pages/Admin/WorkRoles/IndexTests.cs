using System.Net;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Admin.WorkRoles;

public class IndexTests(TestPostgres postgres) : TeamPages(postgres)
{
    const string List = "/admin/work-roles";

    [Fact]
    public async Task A_role_is_added_renamed_and_removed_and_the_trail_knows()
    {
        using (await Manager.PostAsync(List, ("Name", " Bar "), ("Hue", "7"))) { }
        var role = await OnlyAsync();
        Assert.Equal(("Bar", 7), (role.Name, role.Hue));

        using (
            await Manager.PostAsync(
                List,
                ("Id", role.Id.ToString()),
                ("Version", role.Version.ToString()),
                ("Name", "Bars"),
                ("Hue", "2")
            )
        ) { }
        Assert.Equal("Bars", (await OnlyAsync()).Name);

        using (await Manager.PostAsync(List + "?handler=Remove", ("Id", role.Id.ToString()))) { }
        Assert.Equal(0, await Database.AskAsync<long>("select count(*) from work_roles"));
        Assert.Equal(
            "insert update delete",
            await Database.AskAsync<string>(
                "select string_agg(action, ' ' order by id) from audit_log where table_name = 'work_roles' and actor = 'Mia Manager'"
            )
        );
    }

    [Fact]
    public async Task A_role_that_somebody_has_stays_and_says_how_many()
    {
        var role = await AddAsync("Bar");
        await HireAsync("Ann", p => p.WorkRoleId = role.Id);

        using var answer = await Manager.PostAsync(
            List + "?handler=Remove",
            ("Id", role.Id.ToString())
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "1 person has it",
            (await Visitor.ParseAsync(answer)).QuerySelector("#Name-error")!.TextContent,
            StringComparison.Ordinal
        );
        await OnlyAsync();
    }

    [Fact]
    public async Task A_stale_save_shows_what_the_other_saved_and_keeps_what_was_typed()
    {
        var role = await AddAsync("Bar");
        await Database.RunAsync("update work_roles set name = 'Theirs'");

        using var answer = await Manager.PostAsync(
            List,
            ("Id", role.Id.ToString()),
            ("Version", role.Version.ToString()),
            ("Name", "Mine"),
            ("Hue", "2")
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Contains(
            "Theirs",
            page.QuerySelector("#Name-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Mine", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("Theirs", (await OnlyAsync()).Name);
    }

    [Fact]
    public async Task An_empty_or_a_used_name_is_refused_beside_the_field()
    {
        await AddAsync("Bar");

        using var empty = await Manager.PostAsync(List, ("Name", " "), ("Hue", "1"));
        using var twice = await Manager.PostAsync(List, ("Name", "BAR"), ("Hue", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains(
            "name already",
            (await Visitor.ParseAsync(twice)).QuerySelector("#Name-error")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Staff_is_refused()
    {
        using var page = await Staff.GetAsync(List);
        using var post = await Staff.PostAsync(List, ("Name", "Bar"), ("Hue", "1"));

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }

    async Task<WorkRole> AddAsync(string name)
    {
        await using var office = Open();
        var role = office.Add(new WorkRole { Name = name }).Entity;
        await office.SaveChangesAsync();
        return role;
    }

    async Task<WorkRole> OnlyAsync()
    {
        await using var office = Open();
        return await office.WorkRoles.SingleAsync();
    }
}
