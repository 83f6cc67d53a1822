namespace StaffDashboard.Web.Live;

/// <summary>
/// Whoever has just saved must see it: after a commit of this node (or a notice that another node gave),
/// memory is trusted again only when a sweep that began later has ended.
/// </summary>
public sealed class CatchUp(TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    long asked;
    long reached;
    int waiting;
    volatile TaskCompletionSource nextSweep = New();

    public bool IsDue => Volatile.Read(ref reached) < Volatile.Read(ref asked);

    public bool IsAwaited => Volatile.Read(ref waiting) > 0;

    public void Ask() => Interlocked.Increment(ref asked);

    /// <summary>To be taken before the sweep begins, and given back when it has been told.</summary>
    public long Asked => Volatile.Read(ref asked);

    public void Reach(long until)
    {
        Volatile.Write(ref reached, until);
        Interlocked.Exchange(ref nextSweep, New()).TrySetResult();
    }

    /// <summary>False when no sweep came in time: then ask the database.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken stop = default)
    {
        if (!IsDue)
        {
            return true;
        }
        var wanted = Asked;
        Interlocked.Increment(ref waiting);
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(
                stop,
                patience.Token
            );
            while (true)
            {
                var sweep = nextSweep.Task;
                if (Volatile.Read(ref reached) >= wanted)
                {
                    return true;
                }
                await sweep.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
