using System.Diagnostics;
using System.Globalization;
using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Saves;

/// <summary>The contact form of one person, saved in a small office and in one that has grown; then what recording costs.</summary>
static class SavesBench
{
    static readonly string[] Head =
    [
        "employees",
        "saves",
        "answered p50 ms",
        "p95",
        "p99",
        "processor ms a save",
        "p50 / the smallest office's",
    ];

    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        var rows = new List<string[]>();
        var first = double.NaN;
        foreach (var size in quick ? (int[])[1_000, 100_000] : [1_000, 1_000_000])
        {
            await Team.GrowAsync(ground, size);
            var (took, processor) = await SaveAsync(ground, quick ? 300 : 1_000);
            if (double.IsNaN(first))
                first = took.At(50);
            rows.Add([
                Report.Whole(size),
                Report.Whole(took.Count),
                .. took.Cells,
                processor.ToString("0.0", CultureInfo.InvariantCulture),
                (took.At(50) / first).ToString("0.00", CultureInfo.InvariantCulture),
            ]);
        }
        Report.Table(Head, rows);
        await using var other = await Ground.MakeAsync();
        await CommitsBench.RunAsync(other, quick);
    }

    static async Task<(Samples Took, double Processor)> SaveAsync(Ground ground, int saves)
    {
        await using var product = await ground.StartProductAsync();
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        var form = await ContactForm.OpenAsync(
            admin,
            await ground.AskAsync<Guid>(
                "select id from employees where archived_at is null order by created_at, id limit 1"
            )
        );
        for (var warm = 0; warm < saves; warm++)
            await form.SaveAsync($"Ada Adler {warm}", Guid.CreateVersion7().ToString());
        var took = new Samples();
        var before = product.ProcessorTime;
        for (var save = 0; save < saves; save++)
        {
            var began = Stopwatch.GetTimestamp();
            await form.SaveAsync($"Bea Brandt {save}", Guid.CreateVersion7().ToString());
            took.AddSince(began);
        }
        return (took, (product.ProcessorTime - before).TotalMilliseconds / saves);
    }
}
