using System.Diagnostics;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Start;

/// <summary>From the command to the first 200 of /health/ready, with the embedded server: an empty folder, then the same again.</summary>
static class StartBench
{
    internal static async Task RunAsync(bool quick)
    {
        await using (var ground = await Ground.MakeAsync())
            await Report.MachineAsync(ground);
        var rows = new List<string[]>();
        for (var run = 1; run <= (quick ? 1 : 3); run++)
        {
            var folder = Directory.CreateTempSubdirectory("staffdashboard-bench-");
            var first = await OnceAsync(folder.FullName);
            var later = await OnceAsync(folder.FullName);
            rows.Add([Report.Whole(run), Seconds(first), Seconds(later)]);
            folder.Delete(recursive: true);
        }
        Report.Table(["run", "first start, s", "later start, s"], rows);
    }

    static async Task<TimeSpan> OnceAsync(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        await using var product = await Child.StartAsync(
            [Path.Combine(Ground.Built, "StaffDashboard.Web.dll"), "--urls", "http://127.0.0.1:0"],
            Path.Combine(Ground.Root, "Web"),
            ("StaffDashboard__DataFolder", folder)
        );
        await Ready.WaitAsync(product.Address);
        return Stopwatch.GetElapsedTime(began);
    }

    static string Seconds(TimeSpan took) => Samples.Words(took.TotalSeconds);
}
