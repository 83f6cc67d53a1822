using System.Threading.Channels;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Jobs;

/// <summary>Has letters delivered when one was written, on whichever node, and looks every five seconds for what is due again.</summary>
sealed class LetterRunner(
    Outbox outbox,
    ChangeFeed changes,
    TimeProvider clock,
    ILogger<LetterRunner> log
) : Background
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var told = changes.On("letters", _ => rings.Writer.TryWrite(true));
        while (!stoppingToken.IsCancellationRequested)
        {
            await DeliverAsync(stoppingToken);
            await WaitAsync(stoppingToken);
        }
    }

    // An exception that left here would end the whole program. What is due stays due.
    async Task DeliverAsync(CancellationToken stop)
    {
        try
        {
            while (await outbox.DeliverNextAsync(stop)) { }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception broken)
        {
            log.LogWarning(broken, "Letters stay where they are; looking again in five seconds");
        }
    }

    async Task WaitAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Look, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) { }
    }
}
