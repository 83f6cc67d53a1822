using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class OfficeAppTests(TestPostgres postgres) : IAsyncLifetime
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

    [Fact]
    public async Task A_manager_signs_in_and_sees_the_team()
    {
        using var manager = await app.SignInAsync(UserRole.Manager);
        await manager.GetPageAsync("/team");
    }

    [Theory]
    [InlineData("/", "%2F")]
    [InlineData("/team", "%2Fteam")]
    [InlineData("/admin/users", "%2Fadmin%2Fusers")]
    [InlineData("/live", "%2Flive")]
    [InlineData("/nowhere", "%2Fnowhere")]
    public async Task A_stranger_sees_only_the_sign_in_page(string path, string back)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            $"/account/sign-in?ReturnUrl={back}",
            answer
                .Headers.Location!.ToString()
                .Replace($"{app.Address}", "/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/css/app.css", "text/css")]
    [InlineData("/lib/htmx/htmx.min.js", "text/javascript")]
    [InlineData("/lib/htmx/hx-ptag.js", "text/javascript")]
    [InlineData("/lib/signalr/signalr.min.js", "text/javascript")]
    [InlineData("/lib/inter/inter-latin-wght-normal.woff2", "font/woff2")]
    public async Task Static_files_are_public(string path, string type)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }
}
