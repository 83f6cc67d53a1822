using StaffDashboard.Data;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Consistency;

/// <summary>
/// Looks at a sample of every pair. What differs is looked at again after a moment: only what still differs is written
/// down. What was written down before is looked after until it agrees again.
/// </summary>
sealed class CompareSections(Office office, IEnumerable<IPair> pairs, TimeProvider clock) : IWork
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public async Task<string> DoAsync(CancellationToken stop)
    {
        var (looked, found) = (0, 0);
        foreach (var pair in pairs)
        {
            await LookAfterAsync(pair, stop);
            foreach (var subject in await pair.SampleAsync(stop))
            {
                looked++;
                if (await DiffersAsync(pair, subject, stop) is not { } difference)
                    continue;
                found++;
                await office.WriteAsync(
                    new Finding(
                        pair.Name,
                        subject,
                        difference.One,
                        difference.Other,
                        difference.Topic
                    ),
                    clock.GetUtcNow(),
                    stop
                );
            }
        }
        return found == 0
            ? $"{Remark.Count(looked, "comparison")}, all agree"
            : $"{Remark.Count(looked, "comparison")}, {found} do not agree";
    }

    async Task<Difference?> DiffersAsync(IPair pair, string subject, CancellationToken stop)
    {
        if (await pair.LookAsync(subject, stop) is null)
            return null;
        await Task.Delay(Moment, clock, stop);
        return await pair.LookAsync(subject, stop);
    }

    async Task LookAfterAsync(IPair pair, CancellationToken stop)
    {
        foreach (var subject in await office.OpenAsync(pair.Name, clock.GetUtcNow(), stop))
            if (await pair.LookAsync(subject, stop) is null)
                await office.HealAsync(pair.Name, subject, null, clock.GetUtcNow(), stop);
    }
}
