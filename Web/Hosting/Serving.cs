using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Npgsql;

namespace StaffDashboard.Web.Hosting;

/// <summary>From a built program to one that answers: schema, first run, addresses, and what to say of them.</summary>
static class Serving
{
    internal static async Task ServeAsync(this WebApplication app)
    {
        var ground = app.Services.GetRequiredService<Ground>();
        await ground.EnsureSchemaAsync(CancellationToken.None);
        var isFirst = await FirstRun.IsDueAsync(app.Services);
        await StartAsync(app);
        if (isFirst)
            await WelcomeAsync(app, ground.Settings.Admin);
        foreach (var address in Addresses(app.Services))
            Console.WriteLine($"{ground.Settings.OfficeName} is open at {address}");
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    static async Task StartAsync(WebApplication app)
    {
        var log = app.Services.GetRequiredService<StartLog>();
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
        {
            var refused = ListenRefusal.Of(app.Configuration, e);
            await EndAsync(app);
            if (refused is not null)
                throw refused;
            throw;
        }
        log.IsOver = true;
    }

    static async Task WelcomeAsync(WebApplication app, AdminSettings admin)
    {
        try
        {
            await FirstRun.EnsureAdminAsync(app.Services, admin);
        }
        catch
        {
            await EndAsync(app);
            throw;
        }
    }

    // What already works beside the requests is asked to stop: from under it everything would be taken away, and each
    // would say so with its stack.
    static async Task EndAsync(WebApplication app)
    {
        await app.StopAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync();
    }

    static ICollection<string> Addresses(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        ?? [];
}
