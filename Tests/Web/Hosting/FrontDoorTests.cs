using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>What every answer carries, whose requests are refused, and what the health pages say.</summary>
public sealed class FrontDoorTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/css/app.css")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_policy(string path)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
        );
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(
            "same-origin",
            Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy"))
        );
        Assert.Equal(
            "same-origin",
            Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy"))
        );
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("POST", "/account/sign-in", "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", "/account/sign-in", "Sec-Fetch-Site", "same-site")]
    [InlineData("POST", "/account/sign-in", "Origin", "https://evil.example")]
    [InlineData("POST", "/account/sign-in", "Origin", "null")]
    [InlineData("DELETE", "/team", "Origin", "https://evil.example")]
    [InlineData("GET", "/live", "Origin", "https://evil.example")]
    [InlineData("GET", "/live", "Sec-Fetch-Site", "cross-site")]
    public async Task A_foreign_page_is_refused(
        string method,
        string path,
        string header,
        string value
    ) => Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(method, path, header, value));

    [Theory]
    [InlineData("GET", "/account/sign-in", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/live", "Sec-Fetch-Site", "same-origin")]
    [InlineData("POST", "/live/negotiate", "User-Agent", "a-script")]
    public async Task A_link_from_elsewhere_and_our_own_pages_are_not(
        string method,
        string path,
        string header,
        string value
    ) => Assert.NotEqual(HttpStatusCode.Forbidden, await SendAsync(method, path, header, value));

    [Fact]
    public async Task On_https_every_cookie_is_for_https_alone()
    {
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await stranger.GetAsync("/account/sign-in");
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_browser_that_came_by_https_uses_it_on_every_subdomain_from_then_on()
    {
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        stranger.Http.DefaultRequestHeaders.Host = "office.example.test";
        using var answer = await stranger.GetAsync("/account/sign-in");
        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
        );
    }

    [Theory]
    [InlineData("GET /account/forgot HTTP/1.1\r\nHost: office.example.test:99999", "400")]
    [InlineData("POST /account/forgot HTTP/1.0\r\nContent-Length: 0", "400")]
    [InlineData("GET /health/live HTTP/1.0", "200")]
    public async Task A_host_of_which_no_link_can_be_made_is_refused(string request, string status)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(app.Address.Host, app.Address.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{request}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith(
            $"HTTP/1.1 {status}",
            await reader.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_about_people_is_kept_by_nobody_on_the_way()
    {
        using var bea = await app.SignInAsync();
        bea.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        using var found = await bea.GetAsync("/find?q=a");
        using var style = await bea.GetAsync("/css/app.css");
        Assert.True(found.Headers.CacheControl!.NoStore);
        Assert.False(style.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/error/404", HttpStatusCode.NotFound)]
    [InlineData("/error/200", HttpStatusCode.NotFound)]
    [InlineData("/error/99", HttpStatusCode.NotFound)]
    [InlineData("/error/500", HttpStatusCode.NotFound)]
    public async Task An_error_page_is_never_a_success(string path, HttpStatusCode status)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Our_own_origin_is_let_through() =>
        Assert.NotEqual(
            HttpStatusCode.Forbidden,
            await SendAsync("GET", "/live", "Origin", app.Address.GetLeftPart(UriPartial.Authority))
        );

    [Fact]
    public async Task Ready_means_that_database_schema_and_changes_are()
    {
        await Eventually.TrueAsync(async () => (await ReadyAsync()).Status == HttpStatusCode.OK);
        var checks = (await ReadyAsync()).Body.GetProperty("checks");
        foreach (var name in (string[])["database", "schema", "changes"])
            Assert.Equal("ready", checks.GetProperty(name).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        await Eventually.TrueAsync(async () => (await ReadyAsync()).Status == HttpStatusCode.OK);
        await database.RunAsync($"alter database {database.Name} connection limit 0");
        await database.RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        );
        await Eventually.TrueAsync(async () =>
            (await ReadyAsync()).Status == HttpStatusCode.ServiceUnavailable
        );
        using var stranger = app.Stranger();
        using var live = await stranger.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync()
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync("/health/ready");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var parsed = JsonDocument.Parse(text);
        return (answer.StatusCode, parsed.RootElement.Clone());
    }

    async Task<HttpStatusCode> SendAsync(string method, string path, string header, string value)
    {
        using var stranger = app.Stranger();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await stranger.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        return answer.StatusCode;
    }
}
