using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>What measuring costs, what it takes from many browsers at once, and how fast what was measured is shown.</summary>
static class SyncBench
{
    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 1_000);
        await CostBench.RunAsync(ground, quick);
        await ReportsBench.RunAsync(ground, quick);
        await HealthBench.RunAsync(ground, quick);
    }
}
