using StaffDashboard.Data;
using StaffDashboard.Data.Demo;

namespace StaffDashboard.Web.Hosting;

/// <summary>The words that may follow “--”: each does its work and ends the program.</summary>
static class Commands
{
    internal static string? Named(string[] args)
    {
        var command =
            args is [{ } first, ..] && !first.StartsWith('-') && !first.StartsWith('/')
                ? first
                : null;
        return command is null or "migrate" or "demo"
            ? command
            : throw new StartRefused(
                StartRefused.Usage,
                $"There is no command “{command}”: there are migrate and demo."
            );
    }

    internal static async Task MigrateAsync(Ground ground, CancellationToken stop)
    {
        await WaitFor.DatabaseAsync(ground.OwnerConnection, "ConnectionStrings__Owner", stop);
        var applied = await SchemaCheck.UpgradeAsync(ground, stop);
        foreach (var migration in applied)
            Console.WriteLine($"Applied {migration}");
        if (applied.Count == 0)
            Console.WriteLine("The database is up to date");
    }

    internal static async Task DemoAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Ground>().EnsureSchemaAsync(stop);
        await using var scope = services.CreateAsyncScope();
        try
        {
            await DemoOffice.FillAsync(
                scope.ServiceProvider.GetRequiredService<Office>(),
                scope.ServiceProvider.GetRequiredService<TimeProvider>(),
                stop
            );
        }
        catch (InvalidOperationException full)
        {
            throw new StartRefused(StartRefused.Usage, full.Message, full);
        }
        Console.WriteLine("A demo office has moved in: start the program and look at its team");
    }
}
