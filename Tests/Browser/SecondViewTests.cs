using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

/// <summary>What a browser has once, it does not ask for again. Counted at the server: a worker's own requests, too.</summary>
public class SecondViewTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Theory]
    [InlineData(ServiceWorkerPolicy.Allow)]
    [InlineData(ServiceWorkerPolicy.Block)]
    public async Task A_second_view_asks_for_no_file(ServiceWorkerPolicy worker)
    {
        var amira = await HireAsync("Amira Yilmaz");
        var requests = new Requests();
        await App.DisposeAsync();
        App = await OfficeApp.StartAsync(
            Database,
            adapt: services => services.AddSingleton<IStartupFilter>(requests)
        );
        var look = Desk();
        look.ServiceWorkers = worker;
        var bea = await ColleagueAsync(UserRole.Manager, look);
        await ViewAsync(bea, $"/team/{amira.Id}");
        // No page waits for its icons, and whoever leaves before they are there asks for them again.
        await bea.ComesTrueAsync(
            "performance.getEntriesByType('resource').some(({ name }) => name.includes('/icons.svg'))"
        );
        Assert.Contains(requests.Asked, IsFile);

        requests.Forget();
        await ViewAsync(bea, "/team");
        await ViewAsync(bea, $"/team/{amira.Id}");
        await bea.Page.ReloadAsync();
        await bea.IsLiveAsync();

        Assert.Contains("/team", requests.Asked);
        Assert.DoesNotContain(requests.Asked, IsFile);
    }

    static async Task ViewAsync(Colleague who, string path)
    {
        await who.Page.GotoAsync(path);
        await who.IsLiveAsync();
    }

    // The worker's own script says which version there is: that must be asked for.
    static bool IsFile(string path) =>
        path.StartsWith("/a/", StringComparison.Ordinal)
        || (Path.HasExtension(path) && path != "/sw.js");

    sealed class Requests : IStartupFilter
    {
        readonly ConcurrentQueue<string> asked = [];

        internal IEnumerable<string> Asked => asked;

        internal void Forget() => asked.Clear();

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        asked.Enqueue(context.Request.Path);
                        return rest(context);
                    }
                );
                next(app);
            };
    }
}
