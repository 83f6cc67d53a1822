using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Herd;

/// <summary>As many sockets at the bare program: what it takes only to send so many bytes to so many.</summary>
static class BareHerd
{
    const int WarmUp = 3;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    internal static async Task<string[]> MeasureAsync(
        string title,
        string html,
        int size,
        int changes
    )
    {
        await using var floor = await Floor.StartAsync("herd");
        using var http = new HttpClient { BaseAddress = floor.Address };
        Change? now = null;
        await using var audience = await Audience.GatherAsync(
            floor.Address,
            "none=",
            [.. Enumerable.Repeat<string[]>(["person"], size)],
            (_, when, message) =>
                Volatile.Read(ref now)?.Saw("contact", when, message, isPushed: true)
        );
        var outcome = new HerdOutcome();
        for (var i = -WarmUp; i < changes; i++)
        {
            await Task.Delay(Pause);
            var before = floor.ProcessorTime;
            var change = new Change(size);
            Volatile.Write(ref now, change);
            await change.RunAsync(async name =>
            {
                // As long as what the program sends, and with the name in it.
                using var body = new StringContent(name + html[name.Length..]);
                using var answer = await http.PostAsync(new Uri("/tell", UriKind.Relative), body);
                answer.EnsureSuccessStatusCode();
            });
            await Task.Delay(Pause);
            if (i >= 0)
                outcome.Add(change, floor.ProcessorTime - before);
        }
        return [title, Report.Whole(size), .. outcome.Cells, "0", "0"];
    }
}
