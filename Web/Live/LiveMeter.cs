using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Live;

/// <summary>The figures of this room, under the meter "StaffDashboard.Live".</summary>
public sealed class LiveMeter
{
    public const string Name = "StaffDashboard.Live";

    readonly Histogram<double> lag;
    readonly Counter<long> notices;
    readonly Counter<long> fragments;

    public LiveMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        lag = meter.CreateHistogram<double>("live.lag", "ms", "From a change to its notice");
        notices = meter.CreateCounter<long>("live.notices", description: "Topics told");
        fragments = meter.CreateCounter<long>("live.fragments", description: "Fragments asked for");
    }

    internal void Lag(TimeSpan time) => lag.Record(time.TotalMilliseconds);

    internal void Told(int count) => notices.Add(count);

    internal void Hit() => Count("hit");

    internal void Missed() => Count("miss");

    internal void Bypassed() => Count("bypass");

    void Count(string outcome) =>
        fragments.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
