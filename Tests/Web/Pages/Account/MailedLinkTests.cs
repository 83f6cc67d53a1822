using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Account;

namespace StaffDashboard.Tests.Web.Pages.Account;

public sealed class MailedLinkTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string Staff = TestUsers.EmailOf(UserRole.Staff);

    [Fact]
    public async Task A_link_for_a_new_password_works_for_two_hours()
    {
        var link = await ResetAsync();
        App.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await CodeAsync(link));
        App.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, await CodeAsync(link));
        Assert.Equal(HttpStatusCode.Gone, await UseAsync(link));
        Assert.Equal(0, await CountAsync("audit_log where diff ? 'password_hash'"));
    }

    [Fact]
    public async Task It_does_not_sign_in_a_disabled_account()
    {
        var link = await ResetAsync();
        // Past the page, which would end the link by the stamp, too.
        await Database.RunAsync($"update users set disabled_at = now() where email = '{Staff}'");

        Assert.Equal(HttpStatusCode.Gone, await CodeAsync(link));
        Assert.Equal(HttpStatusCode.Gone, await UseAsync(link));
        Assert.Equal(0, await CountAsync("sessions"));
        Assert.Equal(0, await CountAsync("audit_log where diff ? 'password_hash'"));
    }

    [Fact]
    public async Task Asking_again_and_again_does_not_fill_a_mailbox()
    {
        for (var i = 0; i < 3; i++)
            await AskAsync(Staff);
        await Eventually.EqualAsync(3L, () => LettersAsync(Staff));
        await Database.RunAsync(
            "update sign_in_throttles set last_failure_at = last_failure_at + interval '1 hour'"
        );

        await AskAsync(Staff);
        // They are written one after the other: with this one, the one before has been looked at.
        await AskAsync(TestUsers.EmailOf(UserRole.Manager));
        await Eventually.EqualAsync(1L, () => LettersAsync(TestUsers.EmailOf(UserRole.Manager)));

        Assert.Equal(3, await LettersAsync(Staff));
    }

    Task<long> LettersAsync(string email) => CountAsync($"letters where \"to\" = '{email}'");

    async Task AskAsync(string email)
    {
        using var stranger = App.Stranger();
        using var asked = await stranger.PostAsync("/account/forgot", ("Email", email));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
    }

    async Task<string> ResetAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByEmailAsync(Staff))!;
        return AccountLinks.Reset(
            user.Id,
            await users.GenerateUserTokenAsync(user, MailedTokens.Provider, MailedTokens.Reset)
        );
    }

    async Task<HttpStatusCode> CodeAsync(string link)
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.GetAsync(link);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> UseAsync(string link)
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.PostAsync(link, ("Password", "horse battery staple"));
        return answer.StatusCode;
    }
}
