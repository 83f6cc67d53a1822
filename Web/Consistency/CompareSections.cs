using StaffDashboard.Data;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Consistency;

/// <summary>
/// Looks at a sample of every pair. What differs is looked at again after a moment: only what still differs is written
/// down. What was written down before is looked after until it agrees again.
/// </summary>
sealed class CompareSections(Office office, IEnumerable<IPair> pairs, TimeProvider clock) : IJob
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var (looked, found) = (0, 0);
        foreach (var pair in pairs)
        {
            await LookAfterAsync(pair, stop);
            var subjects = await pair.SampleAsync(stop);
            looked += subjects.Count;
            found += await CompareAsync(pair, subjects, stop);
        }
        return found == 0
            ? $"{CountText.Of(looked, "comparison")}, all agree"
            : $"{CountText.Of(looked, "comparison")}, {CountText.Number(found)} do not agree";
    }

    async Task<int> CompareAsync(IPair pair, IReadOnlyList<string> subjects, CancellationToken stop)
    {
        var doubtful = new List<string>();
        foreach (var subject in subjects)
            if (await pair.LookAsync(subject, stop) is not null)
                doubtful.Add(subject);
        if (doubtful.Count > 0)
            await Task.Delay(Moment, clock, stop);
        var found = 0;
        foreach (var subject in doubtful)
            if (await pair.LookAsync(subject, stop) is { } difference)
            {
                found++;
                await WriteAsync(pair, subject, difference, stop);
            }
        return found;
    }

    Task WriteAsync(IPair pair, string subject, Difference found, CancellationToken stop) =>
        office.WriteAsync(
            new Finding(pair.Name, subject, found.One, found.Other, found.Topic),
            clock.GetUtcNow(),
            stop
        );

    async Task LookAfterAsync(IPair pair, CancellationToken stop)
    {
        foreach (var subject in await office.OpenAsync(pair.Name, clock.GetUtcNow(), stop))
            if (await pair.LookAsync(subject, stop) is null)
                await office.HealAsync(pair.Name, subject, null, clock.GetUtcNow(), stop);
    }
}
