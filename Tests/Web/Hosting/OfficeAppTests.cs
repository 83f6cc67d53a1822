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
        database = await postgres.CloneAsync();
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
    [InlineData("/")]
    [InlineData("/team")]
    [InlineData("/admin/users")]
    [InlineData("/live")]
    [InlineData("/nowhere")]
    public async Task A_stranger_gets_no_page_but_the_way_to_sign_in(string path)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/css/base.css")]
    [InlineData("/lib/htmx/htmx.min.js")]
    [InlineData("/lib/htmx/hx-ptag.js")]
    [InlineData("/lib/signalr/signalr.min.js")]
    [InlineData("/lib/inter/inter-latin-wght-normal.woff2")]
    public async Task Static_files_are_for_everybody(string path)
    {
        using var stranger = app.Stranger();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
