using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Live;

/// <summary>The figures of this room, under the meter "StaffDashboard.Live".</summary>
public sealed class LiveMeter
{
    public const string Name = "StaffDashboard.Live";

    readonly Histogram<double> _lag;
    readonly Counter<long> _notices;
    readonly Counter<long> _fragments;

    public LiveMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _lag = meter.CreateHistogram<double>("live.lag", "ms", "From a change to its notice");
        _notices = meter.CreateCounter<long>("live.notices", description: "Topics told");
        _fragments = meter.CreateCounter<long>(
            "live.fragments",
            description: "Fragments asked for"
        );
    }

    internal void Lag(TimeSpan lag) => _lag.Record(lag.TotalMilliseconds);

    internal void Told(int notices) => _notices.Add(notices);

    internal void Hit() => Count("hit");

    internal void Missed() => Count("miss");

    internal void Bypassed() => Count("bypass");

    void Count(string outcome) =>
        _fragments.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
