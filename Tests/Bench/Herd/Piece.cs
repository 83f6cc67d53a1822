using System.Text;

namespace StaffDashboard.Bench.Herd;

/// <summary>One fragment on one browser's page, as live.js and pushed.js go about it.</summary>
sealed class Piece(Watcher watcher, string part)
{
    // So quotation marks travel in SignalR's JSON.
    readonly byte[] mark = Encoding.UTF8.GetBytes($"id=\\\"person-{part}\\\"");
    readonly Lock gate = new();
    Notice? told;
    (string Node, long State)? awaited;
    TaskCompletionSource relieved = new();
    Change? shown;

    internal string Part => part;
    internal string? Tag { get; set; }

    internal bool Is(ReadOnlySpan<byte> message) => message.IndexOf(mark) >= 0;

    internal void Tell(Notice notice)
    {
        lock (gate)
        {
            var isFirst = told is null;
            told = notice;
            if (!isFirst)
                return;
        }
        _ = LookAsync();
    }

    /// <summary>True when this was what it waited for.</summary>
    internal bool Take(string node, long state)
    {
        lock (gate)
        {
            if (awaited is not { } needs || needs.Node != node || needs.State > state)
                return false;
            awaited = null;
            relieved.TrySetResult();
            return true;
        }
    }

    /// <summary>A notice may come twice, and what it is about is shown once.</summary>
    internal void Show(Change? change, long when, ReadOnlySpan<byte> html, bool isPushed)
    {
        lock (gate)
        {
            if (change is null || shown == change)
                return;
            shown = change;
        }
        change.Saw(part, when, html, isPushed);
    }

    async Task LookAsync()
    {
        await Task.Delay(ClientDelay.Burst);
        var wait = Wait();
        if (wait is null)
            return;
        if (wait.Value.For > TimeSpan.Zero)
        {
            await Task.WhenAny(wait.Value.Relieved, Task.Delay(wait.Value.For));
            lock (gate)
            {
                if (awaited is null)
                    return;
                awaited = null;
            }
        }
        await watcher.AskAsync(this);
    }

    /// <summary>Null when it waits already.</summary>
    (TimeSpan For, Task Relieved)? Wait()
    {
        lock (gate)
        {
            var notice = told!;
            told = null;
            var wait =
                watcher.IsPushed && notice.State > 0
                    ? ClientDelay.Of(notice.Spread)
                    : TimeSpan.Zero;
            if (wait == TimeSpan.Zero && awaited is null)
                return (TimeSpan.Zero, Task.CompletedTask);
            var waits = awaited is not null;
            awaited = (notice.Node, notice.State);
            if (waits)
                return null;
            relieved = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return (wait, relieved.Task);
        }
    }
}
