using Quartz;

namespace StaffDashboard.Web.Jobs;

/// <summary>What becomes of a time at which no node was there to work.</summary>
public enum Missed
{
    /// <summary>It is made up for, once, however often it was missed.</summary>
    Once,

    /// <summary>It is left out; the next time is soon enough.</summary>
    Skip,
}

/// <summary>A line of the schedule.</summary>
/// <param name="Name">How it is known: in addresses, in the history, in alarms.</param>
/// <param name="Does">What it does, in a clerk's words.</param>
/// <param name="Cron">When, in the office's zone: second minute hour day month weekday.</param>
/// <param name="Work">The class that does it: an <see cref="IWork"/>.</param>
public sealed record Recurring(string Name, string Does, string Cron, Type Work)
{
    public Missed Missed { get; init; }

    /// <summary>Also whenever a node starts.</summary>
    public bool AtStart { get; init; }

    /// <summary>On the days on which the clocks change, too, once a day is once.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment, TimeZoneInfo zone) =>
        new CronExpression(Cron, zone).GetNextValidTimeAfter(moment);

    /// <summary>Its good runs are soon too many to be kept for long.</summary>
    public bool IsFrequent
    {
        get
        {
            var first = NextAfter(DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);
            var second = first is null ? null : NextAfter(first.Value, TimeZoneInfo.Utc);
            return second - first < TimeSpan.FromHours(1);
        }
    }
}
