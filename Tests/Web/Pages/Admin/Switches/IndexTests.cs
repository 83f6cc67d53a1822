using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Switches;

public class IndexTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string List = "/admin/switches";
    Visitor admin = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        admin = await App.SignInAsync(UserRole.Admin);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        admin.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_it_is_decided_shown_and_stands_in_the_trail()
    {
        using var saved = await SaveAsync(
            ("IsOn", "true"),
            ("Percent", "30 %"),
            ("Roles", "Manager"),
            ("People", "STAFF@example.test")
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await admin.GetPageAsync(List);
        Assert.Contains(
            "Everybody with the role Manager, 1 person by name, 30 % of all",
            page.QuerySelector("#switch-list")!.TextContent,
            StringComparison.Ordinal
        );
        var trail = await admin.GetPageAsync("/admin/audit?table=feature_switches");
        var line = trail.QuerySelector(".history p")!.TextContent;
        Assert.StartsWith(
            "Ada Admin set the switch “Changes wait for the line”",
            line,
            StringComparison.Ordinal
        );
        Assert.Contains("people Sam Staff", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Percent", "101", "#Percent-error", "0 to 100")]
    [InlineData("Percent", "many", "#Percent-error", "whole number")]
    [InlineData("People", "x@y.test", "#People-error", "nobody signs in here as x@y.test")]
    public async Task What_cannot_be_is_refused_beside_its_field(
        string field,
        string value,
        string slot,
        string says
    )
    {
        using var answer = await SaveAsync([
            .. new[] { ("Percent", "10") }.Where(f => f.Item1 != field),
            (field, value),
        ]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Contains(says, page.QuerySelector(slot)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("feature_switches"));
    }

    [Fact]
    public async Task Somebody_who_is_gone_can_be_taken_out()
    {
        var gone = Guid.CreateVersion7();
        await Database.RunAsync(
            $"insert into feature_switches (name, is_on, percent, roles, people) values ('queue', true, 50, '{{}}', '{{{gone}}}')"
        );
        var form = await admin.GetPageAsync(List + "?edit=queue");
        Assert.Equal($"{gone}", form.QuerySelector("#People")!.GetAttribute("value"));

        using var saved = await SaveAsync(("People", ""), ("Was[People]", $"{gone}"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(
            0,
            await Database.AskAsync<int>("select cardinality(people) from feature_switches")
        );
    }

    [Fact]
    public async Task A_manager_looks_and_changes_nothing()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(List);
        using var form = await manager.GetAsync(List + "?edit=queue");
        using var post = await manager.PostAsync(List + "?edit=queue", ("Percent", "10"));

        Assert.Empty(page.QuerySelectorAll("#switch-list a"));
        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }

    [Fact]
    public async Task Staff_is_refused()
    {
        using var staff = await App.SignInAsync();

        using var page = await staff.GetAsync(List);
        using var post = await staff.PostAsync(List + "?edit=queue", ("Percent", "10"));

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Equal(0, await CountAsync("feature_switches"));
    }

    Task<HttpResponseMessage> SaveAsync(params (string, string)[] fields) =>
        admin.PostAsync(List + "?edit=queue", fields);
}
