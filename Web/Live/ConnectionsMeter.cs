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
                () => connections.All.Count,
                description: "Open sockets"
            );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
