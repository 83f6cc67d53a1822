using System.Threading.Channels;

namespace StaffDashboard.Data.Imports;

/// <summary>Spares the runner of this node the wait for its next look; those of other nodes look anyway.</summary>
public sealed class ImportBell(TimeProvider clock)
{
    readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rings.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested) { }
    }
}
