using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Npgsql;

namespace StaffDashboard.Web.Measures;

/// <summary>Listens to the instruments of <see cref="Heard"/> and counts what they say into minutes.</summary>
sealed class MeterEar(Minutes minutes, IMeterFactory meters, NpgsqlDataSource database)
    : IHostedService,
        IDisposable
{
    const string Pool = "db.client.connection.pool.name";

    readonly MeterListener listener = new();
    readonly ConcurrentDictionary<(Heard, string), long> grown = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener.InstrumentPublished = (instrument, ear) =>
        {
            if (Find(instrument) is { } heard)
                ear.EnableMeasurementEvents(instrument, heard);
        };
        listener.SetMeasurementEventCallback<double>(
            (_, value, tags, heard) => Hear(value, tags, heard)
        );
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, heard) => Hear(value, tags, heard)
        );
        listener.SetMeasurementEventCallback<int>(
            (_, value, tags, heard) => Hear(value, tags, heard)
        );
        listener.Start();
        return Task.CompletedTask;
    }

    /// <summary>Asks those that only speak when asked: memory, pool, connections.</summary>
    internal void Sample() => listener.RecordObservableInstruments();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => listener.Dispose();

    // Instruments made by a factory belong to one program; several may run in one process.
    Heard? Find(Instrument instrument) =>
        instrument.Meter.Scope is null || instrument.Meter.Scope == meters
            ? Array.Find(
                Heard.All,
                one => one.Meter == instrument.Meter.Name && one.Instrument == instrument.Name
            )
            : null;

    void Hear(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var heard = (Heard)state!;
        var label = "";
        foreach (var (key, said) in tags)
        {
            if (key == heard.Tag)
                label = Word(said);
            else if (
                key == Pool
                && !string.Equals(
                    said as string,
                    database.ConnectionString,
                    StringComparison.Ordinal
                )
            )
                return;
        }
        switch (heard.Kept)
        {
            case Kept.Counted:
                Count(heard, label, (long)value);
                break;
            case Kept.Grown:
                var before = grown.TryGetValue((heard, label), out var known) ? known : (long)value;
                grown[(heard, label)] = (long)value;
                Count(heard, label, (long)value - before);
                break;
            default:
                minutes.Add(heard.Figure, label, value, heard.Kept is Kept.Distributed);
                break;
        }
    }

    void Count(Heard heard, string label, long times) => minutes.Add(heard.Figure, label, times);

    static string Word(object? said) =>
        said switch
        {
            null => "",
            // The database's word for it is "used".
            "used" => "busy",
            string word => word,
            _ => Convert.ToString(said, CultureInfo.InvariantCulture) ?? "",
        };
}
