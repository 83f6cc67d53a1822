using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Account;

namespace StaffDashboard.Tests.Web.Pages.Account;

/// <summary>A user's name signs the history: nobody's can be taken for somebody else's, or for the program's.</summary>
public sealed class DisplayNameTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Theory]
    [InlineData("The program", "reserved")]
    [InlineData("THE\u00A0 PROGRAM", "reserved")]
    [InlineData("StaffDashboard", "reserved")]
    [InlineData("Admin", "reserved")]
    [InlineData("\u0410dmin", "reserved")]
    [InlineData("\u1D00dm1n", "reserved")]
    [InlineData("Sy\u0455tem", "reserved")]
    [InlineData("postgres (at the database)", "reserved")]
    [InlineData("mia MANAGER", "already")]
    [InlineData("M1a Manager", "already")]
    [InlineData("\u041C\u0456\u0430 Manager", "already")]
    [InlineData("\u039Cia \u039Canager", "already")]
    [InlineData("\uFF2D\uFF49\uFF41 Manager", "already")]
    [InlineData("Ada  Admin", "already")]
    [InlineData("Ada Admin\uFE0E", "already")]
    [InlineData("Admin\uFE0F", "reserved")]
    [InlineData("\uA4EE\uA4D3\uA4EE \uA4EE\uA4D3\uA4DF\uA4F2\uA4E0", "already")]
    [InlineData("Mia\u200B Manager", "invisible")]
    [InlineData("\u202EreganaM aiM", "invisible")]
    [InlineData("Sam\nManager", "invisible")]
    [InlineData("\u3164", "invisible")]
    [InlineData("boss@example.test", "instead of an e-mail")]
    [InlineData("boss\uFF20example.test", "instead of an e-mail")]
    [InlineData(" ", "Enter your name")]
    public async Task A_name_that_could_be_taken_for_another_is_refused(string name, string why)
    {
        using var sam = await App.SignInAsync();

        using var answer = await sam.PostAsync("/account", ("Name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            why,
            (await Visitor.ParseAsync(answer)).QuerySelector("#Name-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync("users where name = 'Sam Staff'"));
        Assert.Equal(
            0,
            await CountAsync("audit_log where table_name = 'users' and action = 'update'")
        );
    }

    [Theory]
    [InlineData("SAM STAFF")]
    [InlineData("Samira O’Neil-Maier")]
    [InlineData("Łukasz Żółć")]
    [InlineData("Νίκος Παπαδόπουλος")]
    [InlineData("Анна Каренина")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("يوسف")]
    [InlineData("김민수")]
    public async Task Any_other_name_can_be_taken(string name)
    {
        using var sam = await App.SignInAsync();

        using var answer = await sam.PostAsync("/account", ("Name", name));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            1,
            await CountAsync(
                $"audit_log where table_name = 'users' and actor = 'Sam Staff' and diff -> 'name' ->> 1 = '{name}'"
            )
        );
    }

    [Fact]
    public async Task The_name_of_the_office_cannot_be_taken()
    {
        await using var owls = await OfficeApp.StartAsync(
            Database,
            settings: ("StaffDashboard:OfficeName", "Night Owls")
        );
        using var sam = await owls.SignInAsync();

        using var answer = await sam.PostAsync("/account", ("Name", "Night Ow1s"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Who_accepts_an_invitation_chooses_by_the_same_rules()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var invited = await admin.PostAsync(
            "/admin/users/new",
            ("Form.Email", "bea@example.test"),
            ("Form.Role", "Staff")
        );
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        var link = await InvitationAsync("bea@example.test");
        using var bea = App.Stranger();

        using var refused = await bea.PostAsync(
            link,
            ("Name", "Ada Adm1n"),
            ("Password", "horse battery staple")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(1, await CountAsync("users where password_hash is null"));

        using var accepted = await bea.PostAsync(
            link,
            ("Name", "Bea Keller"),
            ("Password", "horse battery staple")
        );
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(1, await CountAsync("users where name = 'Bea Keller'"));
    }

    [Fact]
    public async Task An_address_that_looks_like_a_colleagues_gets_no_invitation()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var addresses = new[] { "paul@example.test", "pau1@example.test" };

        foreach (var email in addresses)
        {
            using var _ = await admin.PostAsync(
                "/admin/users/new",
                ("Form.Email", email),
                ("Form.Role", "Staff")
            );
        }

        Assert.Equal(1, await CountAsync("users where name like 'pau%'"));
    }

    [Theory]
    [InlineData("name = 'Mia Manager'", "users_name_key")]
    [InlineData("name = 'Administrator'", "users_reserved_name")]
    [InlineData("name = E'Sam\\u200B'", "users_plain_name")]
    public async Task The_database_refuses_it_too_whoever_asks(string change, string constraint)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            Database.RunAsync($"update users set {change} where role = 'Staff'")
        );

        Assert.Equal(constraint, refused.ConstraintName);
    }

    async Task<string> InvitationAsync(string email)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByEmailAsync(email))!;
        return AccountLinks.Invitation(
            user.Id,
            await users.GenerateUserTokenAsync(user, MailedTokens.Provider, MailedTokens.Invitation)
        );
    }
}
