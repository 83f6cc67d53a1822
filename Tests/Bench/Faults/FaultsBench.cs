using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Faults;

/// <summary>Two nodes, a real browser and a line between them: how soon everything is well again, without help.</summary>
static class FaultsBench
{
    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 60);
        var tries = quick ? 2 : 10;
        var (retried, sent) = await SaveAsync(ground, tries);
        var taken = new Samples();
        for (var one = 0; one < tries; one++)
            taken.Add(await KilledJob.TakeOverAsync(ground));

        Report.Table(
            ["seconds until", "tries", "p50", "longest", "aim"],
            [
                Row("a save is done whose node was killed", retried, "2"),
                Row("a queue of 30 s without a line is sent", sent, "11"),
                Row("the job of a killed node has been done by the other", taken, "15"),
            ]
        );
    }

    static async Task<(Samples Retried, Samples Sent)> SaveAsync(Ground ground, int tries)
    {
        await using var office = await TwoNodes.StartAsync(ground);
        await using var browser = await OneBrowser.OpenAsync(office.Line.Address);
        var person = await ground.AskAsync<Guid>(
            "select id from employees where archived_at is null order by id limit 1"
        );
        var (retried, sent) = (new Samples(), new Samples());
        for (var one = 0; one < tries; one++)
            retried.Add(await browser.SaveThroughDeathAsync(office, person));
        for (var one = 0; one < tries; one++)
            sent.Add(await browser.SendQueueAsync(office, person, TimeSpan.FromSeconds(30)));
        return (retried, sent);
    }

    static string[] Row(string what, Samples took, string aim) =>
        [
            what,
            Report.Whole(took.Count),
            Samples.Words(took.At(50) / 1000),
            Samples.Words(took.At(100) / 1000),
            aim,
        ];
}
