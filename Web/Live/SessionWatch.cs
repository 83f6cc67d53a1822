namespace StaffDashboard.Web.Live;

/// <summary>
/// Closes the sockets of who was disabled, signed out or given another role, whoever did it and on whichever node:
/// the notice only says where to look, the database is asked.
/// </summary>
public sealed class SessionWatch(
    ChangeFeed feed,
    LiveConnections connections,
    IServiceScopeFactory scopes,
    ILogger<SessionWatch> log
) : IHostedService, IDisposable
{
    IDisposable[] subscriptions = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        subscriptions = [feed.On("user:*", Look), feed.On("sessions:*", Look)];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The stop and the end of the program may come at one moment.
        foreach (var each in Interlocked.Exchange(ref subscriptions, []))
        {
            each.Dispose();
        }
    }

    void Look(Notice notice) => _ = LookAsync(notice);

    Task LookAsync(Notice notice) =>
        CheckAsync([.. connections.All.Where(each => Concerns(notice, each))]);

    /// <summary>Also for a socket just opened: it may have been let in before, and registered after the notice.</summary>
    internal async Task CheckAsync(params LiveConnection[] doubtful)
    {
        await using var scope = scopes.CreateAsyncScope();
        var check = scope.ServiceProvider.GetRequiredService<ISessionCheck>();
        foreach (var connection in doubtful)
        {
            if (!await IsStillGoodAsync(check, connection))
            {
                _ = connections.CloseAsync(each => each == connection, "signed-out");
            }
        }
    }

    // One who cannot be checked is let go: the browser comes back and is asked at the door.
    async Task<bool> IsStillGoodAsync(ISessionCheck check, LiveConnection connection)
    {
        try
        {
            return await check.IsStillGoodAsync(connection.Viewer, connection.Session);
        }
        catch (Exception failed)
        {
            log.LogWarning(failed, "A session could not be checked");
            connection.Abort();
            return true;
        }
    }

    static bool Concerns(Notice notice, LiveConnection connection) =>
        notice == Notice.Everything
        || notice.Topic.EndsWith(":*", StringComparison.Ordinal)
        || notice.Topic.EndsWith($":{connection.Viewer.Id}", StringComparison.Ordinal);
}
