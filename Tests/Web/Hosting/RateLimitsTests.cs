using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class RateLimitsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.OfficeAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Who_asks_too_often_waits_and_nobody_else()
    {
        await using var app = await StartAsync("1", "off", "off");
        using var sam = await app.SignInAsync();
        using var mia = await app.SignInAsync(UserRole.Manager);

        using var refused = await AskUntilRefusedAsync(sam, "/account");

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var page = await Visitor.ParseAsync(refused);
        Assert.Equal("Too many requests at once", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("too-many", Assert.Single(refused.Headers.GetValues("X-Trouble")));
        await mia.GetPageAsync("/account");
        // Signing in once more helps nobody.
        using var again = await app.SignInAsync();
        using var still = await AskUntilRefusedAsync(again, "/account");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/live/negotiate")]
    [InlineData("/measures")]
    [InlineData("/error/404")]
    public async Task Strangers_of_one_address_wait_and_nobody_who_is_signed_in_there(string path)
    {
        await using var app = await StartAsync("off", "1", "off");
        using var sam = await app.SignInAsync();
        using var stranger = app.Stranger();

        using var refused = await AskUntilRefusedAsync(stranger, path);

        Assert.NotNull(refused.Headers.RetryAfter);
        await sam.GetPageAsync("/account");
        // From elsewhere the door is open. A v6 customer has a whole network, not one address.
        Assert.Equal(HttpStatusCode.OK, await FromAsync(app, "203.0.113.7"));
        var network = await Task.WhenAll(
            Enumerable.Range(1, 200).Select(i => FromAsync(app, $"2001:db8:1:2::{i}"))
        );
        Assert.Contains(HttpStatusCode.TooManyRequests, network);
        Assert.Equal(HttpStatusCode.OK, await FromAsync(app, "2001:db8:1:3::1"));
    }

    [Fact]
    public async Task Clients_of_one_address_share_a_limit()
    {
        await using var app = await StartAsync("off", "off", "2");
        using var sam = await app.SignInAsync();

        using var refused = await AskUntilRefusedAsync(sam, "/account");

        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.StartsWith(
            "Too many requests",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Files_and_health_checks_are_not_limited()
    {
        await using var app = await StartAsync("1", "1", "1");
        using var stranger = app.Stranger();
        foreach (var path in new[] { "/css/app.css", "/sw.js", "/health/live", "/health/ready" })
            for (var i = 0; i < 30; i++)
            {
                using var answer = await stranger.GetAsync(path);
                Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
            }
    }

    Task<OfficeApp> StartAsync(string user, string stranger, string address) =>
        OfficeApp.StartAsync(
            database,
            settings:
            [
                ("StaffDashboard:RateLimits:User", user),
                ("StaffDashboard:RateLimits:Stranger", stranger),
                ("StaffDashboard:RateLimits:Address", address),
            ]
        );

    // All at once: what is let through comes back by the clock.
    static async Task<HttpResponseMessage> AskUntilRefusedAsync(Visitor visitor, string path)
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => visitor.GetAsync(path))
        );
        return answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    static async Task<HttpStatusCode> FromAsync(OfficeApp app, string address)
    {
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await stranger.GetAsync("/account/sign-in");
        return answer.StatusCode;
    }
}
