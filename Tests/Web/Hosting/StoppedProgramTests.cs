using System.Runtime.CompilerServices;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class StoppedProgramTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_program_that_was_stopped_leaves_nothing_in_memory()
    {
        await using var database = await postgres.OfficeAsync();

        // Entity Framework knows all later ones by the options of the first.
        await StartAndStopAsync(database);
        var services = await StartAndStopAsync(database);

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(!services.IsAlive);
        });
    }

    // In a method of its own, whose locals are gone with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task<WeakReference> StartAndStopAsync(TestDatabase database)
    {
        await using var app = await OfficeApp.StartAsync(database);
        using (var sam = await app.SignInAsync())
        using (await sam.GetAsync("/team")) { }
        return new(app.Services);
    }
}
