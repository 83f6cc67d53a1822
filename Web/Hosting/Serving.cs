using Microsoft.AspNetCore.Connections;
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
        await FirstRun.EnsureAdminAsync(app.Services, ground.Settings.Admin);
        await StartAsync(app);
        foreach (var address in Addresses(app.Services))
            Console.WriteLine($"{ground.Settings.OfficeName} is open at {address}");
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e)
        {
            var refused = Refusal(app.Configuration, e);
            await app.DisposeAsync();
            if (refused is not null)
                throw refused;
            throw;
        }
    }

    static ICollection<string> Addresses(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        ?? [];

    static StartRefused? Refusal(IConfiguration configuration, Exception e) =>
        e switch
        {
            IOException { InnerException: AddressInUseException } => new(
                StartRefused.Unavailable,
                $"{configuration["urls"]} is taken by another program: end it, or choose another with --urls http://127.0.0.1:5081"
            ),
            System.Net.Sockets.SocketException or FormatException => StartRefused.Setting(
                "--urls",
                $"“{configuration["urls"]}” cannot be opened ({e.Message}); write such as http://127.0.0.1:5080"
            ),
            _ => null,
        };
}
