using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Jobs.Alarms;

/// <summary>Looks at everything that is watched, opens and closes alarms, and has them told.</summary>
sealed class WatchAlarms(
    Office office,
    TellAlarm tell,
    CallWebhook webhook,
    JobZone zone,
    TimeProvider clock,
    ILogger<WatchAlarms> log
) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var silences = await office
            .AlarmSilences.AsNoTracking()
            .Where(s => s.Until > now)
            .ToListAsync(stop);
        var rules = await office.AlarmRules.AsNoTracking().ToDictionaryAsync(r => r.Name, stop);
        var blind = new List<string>();
        foreach (var kind in AlarmKinds.All)
        {
            var isSilent = silences.Exists(s => s.Covers(kind.Name, now));
            try
            {
                await WatchAsync(
                    kind,
                    rules.GetValueOrDefault(kind.Name) ?? kind.Default,
                    isSilent,
                    now,
                    stop
                );
            }
            catch (Exception failed) when (!stop.IsCancellationRequested)
            {
                // The others are looked at all the same; somebody who acknowledged meanwhile is met again in half a minute.
                log.LogWarning(failed, "Nobody knows about {Rule}", kind.Name);
                blind.Add(kind.Label);
            }
            office.ChangeTracker.Clear();
        }
        await webhook.SendAsync(stop);
        if (blind.Count > 0)
            throw new InvalidOperationException($"Could not look at: {string.Join(", ", blind)}");
        return await office.Alarms.CountAsync(a => a.ClosedAt == null, stop) switch
        {
            0 => "All is well",
            1 => "1 alarm is open",
            var open => $"{open} alarms are open",
        };
    }

    async Task WatchAsync(
        AlarmKind kind,
        AlarmRule rule,
        bool isSilent,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var since = now - Alarm.Again;
        var alarms = await office
            .Alarms.Where(a => a.Rule == kind.Name)
            .Where(a => a.ClosedAt == null || a.ClosedAt > since || a.ToldOpen == true)
            .OrderByDescending(a => a.OpenedAt)
            .ToListAsync(stop);
        if (rule.IsOn)
            await SeeAsync(kind, rule, alarms, isSilent, now, stop);
        else
            alarms.ForEach(alarm => alarm.Close(now));
        await using var all = await office.Database.BeginTransactionAsync(stop);
        if (!isSilent)
            foreach (var alarm in alarms.Where(alarm => alarm.MustBeTold(now)))
                await tell.TellAsync(alarm, now, stop);
        await office.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
    }

    async Task SeeAsync(
        AlarmKind kind,
        AlarmRule rule,
        List<Alarm> alarms,
        bool isSilent,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var look = new Look(office, now, rule.WindowMinutes, rule.Threshold, zone.Zone);
        var measured = await kind.MeasureAsync(look, stop);
        await Samples.KeepAsync(office, kind, measured, now, stop);
        var limit = kind.LimitOf(rule);
        var values = measured.ToDictionary(one => one.Subject, one => one.Value);
        foreach (var alarm in alarms)
            alarm.See(values.GetValueOrDefault(alarm.Subject), limit, now);
        foreach (var (subject, value) in values)
            if (
                value is { } known
                && limit.IsBrokenBy(known)
                && !alarms.Exists(alarm => alarm.IsOpen && alarm.Subject == subject)
            )
                alarms.Add(
                    office.Add(Alarm.Open(kind.Name, subject, known, limit, now, isSilent)).Entity
                );
    }
}
