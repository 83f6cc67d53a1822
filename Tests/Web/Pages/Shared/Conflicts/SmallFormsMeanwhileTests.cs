using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>Whoever has a small form open learns what a colleague changes meanwhile.</summary>
public sealed class SmallFormsMeanwhileTests(TwoAdmins admins) : SmallFormHours(admins)
{
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_open_form_is_told_which_field_a_colleague_has_changed_to_what(string table)
    {
        var form = Of(table);
        var address = await AddressAsync(form.Page);
        Assert.Equal("", await ToldAsync(address));

        using var saved = await SendAsync(
            Bea,
            form,
            await OpenAsync(Bea, form),
            (form.Field, form.Theirs)
        );

        var told = await ToldAsync(address);
        Assert.Contains("Bea Keller has just changed “", told, Ordinal);
        Assert.Contains($"” to {form.TheirsShown.TrimEnd('.')}.", told, Ordinal);
        Assert.DoesNotContain("..", told, Ordinal);
        Assert.Equal("", await ToldAsync(await AddressAsync(form.Page)));
    }

    [Fact]
    public async Task So_is_the_form_of_a_work_role_and_that_of_a_user()
    {
        await Admins.Database.RunAsync(
            "delete from work_roles; insert into work_roles (id, name, hue) values (gen_random_uuid(), 'Bar', 1)"
        );
        var role = await Admins.Database.AskAsync<Guid>("select id from work_roles");
        var staff = await Admins.Database.AskAsync<Guid>(
            "select id from users where email = 'staff@example.test'"
        );
        var open = await AddressAsync($"/admin/work-roles?edit={role}");
        var person = await AddressAsync($"/admin/users/{staff}");

        using var renamed = await Bea.PostAsync(
            $"/admin/work-roles?edit={role}",
            ("Was[Name]", "Bar"),
            ("Was[Hue]", "1"),
            ("Name", "Theatre bar"),
            ("Hue", "1")
        );
        using var given = await Bea.PostAsync(
            $"/admin/users/{staff}?handler=Role",
            ("Role", "Manager")
        );

        Assert.Contains(
            "Bea Keller has just changed “Name” to Theatre bar.",
            await ToldAsync(open),
            Ordinal
        );
        Assert.Contains(
            "Bea Keller has just changed “Role” to Manager.",
            await ToldAsync(person),
            Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Whoever_may_not_change_it_is_told_nothing(string table)
    {
        var address = await AddressAsync(Of(table).Page);
        using var manager = await Admins.App.SignInAsync(UserRole.Manager);

        using var refused = await manager.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    async Task<string> AddressAsync(string page) =>
        (await Ada.GetPageAsync(page)).QuerySelector("#meanwhile")!.GetAttribute("hx-get")!;

    async Task<string> ToldAsync(string address) =>
        (await Ada.GetPageAsync(address)).Body!.TextContent.Trim();
}
