using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Users;

/// <summary>Until somebody says how they are called, their address is their name.</summary>
public sealed class InvitedAddressTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task An_address_longer_than_a_name_is_invited()
    {
        var email = new string('a', 60) + "@" + string.Join('.', Enumerable.Repeat("example", 12));
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await InviteAsync(admin, email);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            email[..120],
            await Database.AskAsync<string>($"select name from users where email = '{email}'")
        );
    }

    [Theory]
    [InlineData("a\u200Bb@example.test")]
    [InlineData("a\u202Eb@example.test")]
    public async Task An_address_with_a_hidden_character_is_refused_beside_its_field(string email)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await InviteAsync(admin, email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "invisible character",
            (await Visitor.ParseAsync(answer)).QuerySelector("#Form_Email-error")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_mail_server_the_invitation_is_a_press_away_and_its_link_can_be_copied()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var answer = await InviteAsync(admin, "new@example.test");

        var page = await admin.GetPageAsync("/admin/users");
        var letter = page.QuerySelector("#toasts a")!.GetAttribute("href")!;

        var copy = await Eventually.GetAsync(
            async () =>
                (await admin.GetPageAsync(letter)).QuerySelector("[data-copy]")
                ?? throw new InvalidOperationException("The letter still waits."),
            e => e is InvalidOperationException
        );
        Assert.Contains(
            "/account/invitation",
            copy.GetAttribute("data-copy"),
            StringComparison.Ordinal
        );
    }

    static Task<HttpResponseMessage> InviteAsync(Visitor admin, string email) =>
        admin.PostAsync("/admin/users/new", ("Form.Email", email), ("Form.Role", "Staff"));
}
