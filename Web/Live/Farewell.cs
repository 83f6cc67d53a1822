namespace StaffDashboard.Web.Live;

/// <summary>Tells every socket that this node stops, before the server closes them.</summary>
public sealed class Farewell(IHostApplicationLifetime lifetime, LiveConnections connections)
    : IHostedService
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Registered after SignalR's own, hence called before it; and waits, for it closes all at once.
        lifetime.ApplicationStopping.Register(() =>
            connections.CloseAsync(_ => true, "restart").Wait(Patience, CancellationToken.None)
        );
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
