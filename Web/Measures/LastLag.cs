using System.Diagnostics.Metrics;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures;

/// <summary>The longest way from a change to its notice since it was last asked for.</summary>
sealed class LastLag : IDisposable
{
    readonly MeterListener listener = new();
    readonly Lock turn = new();
    double longest;

    public LastLag(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, ear) =>
        {
            if (
                instrument.Meter.Name == LiveMeter.Name
                && instrument.Meter.Scope == meters
                && instrument.Name == "live.lag"
            )
                ear.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => Note(value));
        listener.Start();
    }

    internal double Take()
    {
        lock (turn)
            return (longest, longest = 0).longest;
    }

    public void Dispose() => listener.Dispose();

    void Note(double value)
    {
        lock (turn)
            longest = Math.Max(longest, value);
    }
}
