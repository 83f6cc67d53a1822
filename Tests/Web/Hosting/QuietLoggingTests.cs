using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>Whoever wants to fill the log finds nothing to fill it with.</summary>
public sealed class QuietLoggingTests(TestPostgres postgres) : IAsyncLifetime
{
    const int Times = 60;

    readonly LogEar log = new();
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
                services
                    .AddSingleton<ILoggerProvider>(log)
                    .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_forged_cookie_is_not_logged()
    {
        using var stranger = app.Stranger();
        using var first = await stranger.GetAsync("/account/sign-in");
        var forgery = first.Headers.GetValues("Set-Cookie").Single().Split('=')[0];
        var before = log.Said.Count;
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "/account/sign-in");
            request.Headers.Add(
                "Cookie",
                $"{forgery}=made-up; staffdashboard=made-up; .AspNetCore.Mvc.CookieTempDataProvider=made-up"
            );
            if (method == HttpMethod.Post)
                request.Content = new FormUrlEncodedContent([
                    new("Email", "x"),
                    new("__RequestVerificationToken", "made-up"),
                ]);
            using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            plain.BaseAddress = app.Address;
            using var answer = await plain.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500);
        }

        Assert.DoesNotContain(
            log.Said.Skip(before),
            line => !line.StartsWith("Information", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Refusals_of_one_person_are_logged_so_often_a_minute()
    {
        using var sam = await app.SignInAsync();
        await AllRefusedAsync(() => sam.GetAsync("/admin/users"));

        Assert.InRange(Said("Refused GET /admin/users"), RefusalLog.AMinute, Times - 1);
    }

    [Fact]
    public async Task So_are_those_of_a_foreign_page()
    {
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        await AllRefusedAsync(() =>
            stranger.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), null)
        );

        Assert.InRange(Said("from the foreign origin"), RefusalLog.AMinute, Times - 1);
    }

    static async Task AllRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => ask()));
        Assert.All(answers, each => Assert.Equal(HttpStatusCode.Forbidden, each.StatusCode));
    }

    int Said(string words) =>
        log.Said.Count(line => line.Contains(words, StringComparison.Ordinal));
}
