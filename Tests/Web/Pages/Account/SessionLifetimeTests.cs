using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Account;

public sealed class SessionLifetimeTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task A_session_that_is_not_used_for_14_days_is_over()
    {
        using var sam = await App.SignInAsync();
        App.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromHours(1));
        Assert.Equal(1, await CountAsync($"sessions where expires_at > {Now}"));
        App.Clock.Advance(TimeSpan.FromHours(2));

        using var late = await sam.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task Using_it_keeps_it_alive_but_not_beyond_30_days()
    {
        using var sam = await App.SignInAsync();
        foreach (var days in (int[])[13, 13])
        {
            App.Clock.Advance(TimeSpan.FromDays(days));
            await sam.GetPageAsync("/account");
        }
        App.Clock.Advance(TimeSpan.FromDays(4) - TimeSpan.FromHours(1));
        await sam.GetPageAsync("/account");
        App.Clock.Advance(TimeSpan.FromHours(2));

        using var late = await sam.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task A_session_older_than_the_limit_ends_by_it()
    {
        using var sam = await App.SignInAsync();
        await Database.RunAsync("update sessions set created_at = created_at - interval '31 days'");

        using var late = await sam.GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task Its_use_is_recorded_only_now_and_then()
    {
        using var sam = await App.SignInAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(3));
        await sam.GetPageAsync("/account");
        Assert.Equal(1, await CountAsync("sessions where last_seen_at = created_at"));

        App.Clock.Advance(TimeSpan.FromMinutes(3));
        await sam.GetPageAsync("/account");

        Assert.Equal(
            1,
            await CountAsync("sessions where last_seen_at > created_at + interval '5 minutes'")
        );
    }

    [Fact]
    public async Task The_browser_keeps_its_cookie_as_long()
    {
        using var sam = await App.SignInAsync();

        var cookie = Assert.Single(sam.Cookies, c => c.Name == "staffdashboard");

        Assert.InRange(
            cookie.Expires.ToUniversalTime() - App.Clock.GetUtcNow().UtcDateTime,
            TimeSpan.FromDays(29),
            TimeSpan.FromDays(30)
        );
    }

    string Now => $"timestamptz '{App.Clock.GetUtcNow():O}'";
}
