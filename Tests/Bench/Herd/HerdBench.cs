using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Herd;

/// <summary>Thousands have one person open when somebody changes that person.</summary>
static class HerdBench
{
    const int People = 20;

    static readonly string[] Section = ["contact"];
    static readonly string[] Page = ["head", "contact", "work", "hours"];
    static readonly string[] Head =
    [
        "",
        "browsers",
        "changes",
        "answered p50 ms",
        "last browser p50 ms",
        "p95",
        "longest",
        "processor s a change",
        "asked a change",
        "pushed a change",
        "wrong",
        "reads of the person a change",
        "all statements",
    ];

    internal static async Task RunAsync(bool quick)
    {
        var (size, changes) = quick ? (300, 4) : (5_000, 20);
        // Without pushing each has a connection to ask by besides its socket.
        Descriptors.Require((2 * size) + 500);
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 1_000);
        await using var database = await ground.CopyAsync("herd");
        var rows = new List<string[]>();
        await using (var stage = await HerdStage.OpenAsync(ground, database, People, 1))
        {
            rows.Add(await stage.MeasureAsync("one section, pushed", Section, size, true, changes));
            rows.Add(
                await stage.MeasureAsync(
                    "one section, everybody asks",
                    Section,
                    size,
                    false,
                    changes
                )
            );
            rows.Add(
                await BareHerd.MeasureAsync(
                    "the same bytes, bare broadcast",
                    await stage.HtmlAsync(Section[0]),
                    size,
                    changes
                )
            );
            rows.Add(await stage.MeasureAsync("four sections, pushed", Page, size, true, changes));
        }
        await using (var stage = await HerdStage.OpenAsync(ground, database, People, 2))
            rows.Add(
                await stage.MeasureAsync(
                    "one section, pushed, two nodes",
                    Section,
                    size,
                    true,
                    changes
                )
            );
        Console.WriteLine(
            "Milliseconds from the beginning of the save. Aim: the last under 1,000; one read a section, audience and node."
        );
        Console.WriteLine();
        Report.Table(Head, rows);
    }
}
