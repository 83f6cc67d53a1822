using System.Net;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using static System.StringComparison;

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

        using (await Manager.PostAsync($"{List}?edit={role.Id}", ("Name", "Bars"), ("Hue", "2")))
        { }
        Assert.Equal("Bars", (await OnlyAsync()).Name);

        using (await Manager.PostAsync($"{List}?edit={role.Id}&handler=Remove")) { }
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
        await HireAsync(
            "Bo",
            p =>
            {
                p.WorkRoleId = role.Id;
                p.Archive(TimeProvider.System);
            }
        );

        using var answer = await Manager.PostAsync($"{List}?edit={role.Id}&handler=Remove");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "1 person has it, and 1 archived",
            (await Visitor.ParseAsync(answer)).QuerySelector(".summary-errors")!.TextContent,
            StringComparison.Ordinal
        );
        await OnlyAsync();
    }

    [Theory]
    [InlineData("mine", "", "Mine")]
    [InlineData("theirs", "", "Theirs")]
    [InlineData("edit", "A third", "A third")]
    public async Task The_second_of_two_chooses_and_what_was_given_up_can_be_put_back(
        string pick,
        string edited,
        string kept
    )
    {
        var role = await AddAsync("Bar");
        var page = await Manager.GetPageAsync($"{List}?edit={role.Id}");
        await Database.RunAsync("update work_roles set name = 'Theirs'");

        using var stale = await Manager.PostAsync(
            $"{List}?edit={role.Id}",
            PersonOffice.Filled(page, "form[data-guard]", ("Name", "Mine"), ("Hue", "2"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        Assert.Equal(
            ["Mine", "Theirs"],
            chooser.QuerySelectorAll(".side .value").Select(v => v.TextContent)
        );
        Assert.Contains("orange", chooser.QuerySelector(".result")!.TextContent, Ordinal);
        Assert.Equal("Theirs", (await OnlyAsync()).Name);
        using var chosen = await Manager.PostAsync(
            $"{List}?edit={role.Id}",
            PersonOffice.Filled(
                chooser,
                "form[data-conflict]",
                ("Choice[Name]", pick),
                ("Edited[Name]", edited)
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var saved = await OnlyAsync();
        Assert.Equal((kept, 2), (saved.Name, saved.Hue));
        var trail = await Manager.GetPageAsync("/admin/audit");
        var back = trail.QuerySelector("button[form=put-back]");
        Assert.Equal(pick != "mine", back is not null);
        if (back is null)
            return;
        Assert.Contains(
            $"kept name of {kept} at {kept}, gave up Mine",
            trail.QuerySelector("#audit-list")!.TextContent,
            Ordinal
        );
        for (var time = 0; time < 2; time++)
        {
            using var put = await Manager.PostAsync(
                back.GetAttribute("formaction")!,
                ("change", back.GetAttribute("value")!)
            );
            Assert.Equal(
                time == 0 ? HttpStatusCode.Redirect : HttpStatusCode.Conflict,
                put.StatusCode
            );
            Assert.Equal("Mine", (await OnlyAsync()).Name);
        }
    }

    [Fact]
    public async Task Two_who_change_different_things_of_a_role_are_not_asked()
    {
        var role = await AddAsync("Bar");
        var page = await Manager.GetPageAsync($"{List}?edit={role.Id}");
        await Database.RunAsync("update work_roles set hue = 7");

        using var answer = await Manager.PostAsync(
            $"{List}?edit={role.Id}",
            PersonOffice.Filled(page, "form[data-guard]", ("Name", "Mine"))
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await OnlyAsync();
        Assert.Equal(("Mine", 7), (saved.Name, saved.Hue));
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

    [Theory]
    [InlineData("Was[Name]", "Bar")]
    [InlineData("Was[Hue]", "3")]
    [InlineData("Was[Name]", "Another")]
    [InlineData("Choice[Name]", "theirs")]
    [InlineData("Choice[Name]", "mine")]
    public async Task Something_new_meets_nobody_whatever_its_form_says(string name, string value)
    {
        using var added = await Manager.PostAsync(
            List,
            ("Name", "Bar"),
            ("Hue", "3"),
            (name, value)
        );

        Assert.Equal(
            value == "theirs" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect,
            added.StatusCode
        );
        if (value == "theirs")
            return;
        var role = await OnlyAsync();
        Assert.Equal(("Bar", 3), (role.Name, role.Hue));
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
