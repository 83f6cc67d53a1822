using Bunit;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Admin.Users;

namespace StaffDashboard.Tests.Web.Pages.Admin.Users;

public class UserListTests : BunitContext
{
    [Fact]
    public void It_listens_to_users_and_asks_for_itself()
    {
        var list = List().Find("#user-list");

        Assert.Equal("users", list.GetAttribute("data-live"));
        Assert.Equal("/admin/users?part=list", list.GetAttribute("hx-get"));
        Assert.True(list.HasAttribute("data-list"));
    }

    [Fact]
    public void A_row_says_who_may_do_what_and_carries_its_version()
    {
        var bea = UserRow.Of(Made());

        var row = List(bea).Find($"#row-{bea.Id}");

        Assert.Equal(
            (bea.Id.ToString(), bea.Version),
            (row.GetAttribute("data-row"), row.GetAttribute("data-version"))
        );
        Assert.Equal(
            ("Bea <i>", $"/admin/users/{bea.Id}"),
            (
                row.QuerySelector("[data-open]")!.TextContent,
                row.QuerySelector("[data-open]")!.GetAttribute("href")
            )
        );
        Assert.Equal("bea@office.example", row.QuerySelector("small")!.TextContent);
        Assert.Equal("Manager", row.QuerySelector("[data-label=Role]")!.TextContent);
    }

    [Fact]
    public void Invited_active_and_disabled_are_three_states()
    {
        var (active, disabled, invited) = (Made(), Made(), Made());
        disabled.Disable(TimeProvider.System);
        invited.PasswordHash = null;

        var states = List(UserRow.Of(active), UserRow.Of(disabled), UserRow.Of(invited))
            .FindAll(".state");

        Assert.Equal(["Active", "Disabled", "Invited"], states.Select(s => s.TextContent));
        Assert.Equal(["state good", "state bad", "state waiting"], states.Select(s => s.ClassName));
    }

    IRenderedComponent<UserList> List(params UserRow[] users) =>
        Render<UserList>(list => list.Add(l => l.Users, users));

    static User Made() =>
        new()
        {
            Name = "Bea <i>",
            Email = "bea@office.example",
            Role = UserRole.Manager,
            PasswordHash = "some hash",
        };
}
