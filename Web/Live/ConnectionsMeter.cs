using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Live;

sealed class ConnectionsMeter(IMeterFactory meters, LiveConnections connections) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters
            .Create(LiveMeter.Name)
            .CreateObservableGauge(
                "live.connections",
                () =>
                    connections
                        .All.GroupBy(connection => connection.Transport, StringComparer.Ordinal)
                        .Select(same => new Measurement<int>(
                            same.Count(),
                            new KeyValuePair<string, object?>("transport", same.Key)
                        )),
                description: "Open lines, by transport"
            );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
