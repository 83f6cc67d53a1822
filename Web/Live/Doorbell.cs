using System.Threading.Channels;
using Npgsql;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Wakes every node's reader after a commit. An empty notification on a connection of its own: inside the business
/// transaction it would serialise all commits of the database. A lost ring costs one sweep, never a change.
/// </summary>
public sealed class Doorbell(
    NpgsqlDataSource database,
    CatchUp catchUp,
    TimeProvider time,
    ILogger<Doorbell> log
) : Background
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan Broken = TimeSpan.FromSeconds(1);

    readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Never waits, never throws.</summary>
    public void Ring()
    {
        catchUp.Ask();
        rings.Writer.TryWrite(true);
    }

    /// <summary>Wakes the reader without distrusting what it has told so far.</summary>
    internal void Wake() => rings.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await OwnConnection.OpenAsync(
                    database,
                    "doorbell",
                    stoppingToken
                );
                await RingAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                log.LogDebug(broken, "The doorbell is broken; the sweep finds the changes");
                await Task.Delay(Broken, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task RingAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ring = new NpgsqlCommand("select pg_notify('changes', '')", connection);
        while (await rings.Reader.WaitToReadAsync(stop))
        {
            rings.Reader.TryRead(out _);
            await ring.ExecuteNonQueryAsync(stop);
            await Task.Delay(Quiet, time, stop);
        }
    }
}
