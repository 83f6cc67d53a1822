using System.Diagnostics;
using System.Globalization;
using System.Text;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Live;

/// <summary>One save, and how long it took until everybody had heard and those who look had seen it.</summary>
sealed class Round(IStage stage, int watchers, int lookers, Outcome outcome)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly string requestId = Guid.CreateVersion7().ToString();
    readonly string name = "Aaron " + Random.Shared.Next().ToString(CultureInfo.InvariantCulture);
    readonly bool[] heard = new bool[watchers];
    readonly List<Task> looking = [];
    readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock gate = new();
    byte[] origin = [];
    int toHear = watchers;
    long began;

    internal async Task RunAsync()
    {
        origin = Encoding.UTF8.GetBytes(requestId);
        began = Stopwatch.GetTimestamp();
        await stage.SaveAsync(name, requestId);
        outcome.Saved.AddSince(began);
        try
        {
            await all.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            outcome.Lost += toHear;
        }
        await Task.WhenAll(looking);
    }

    internal void Hear(int who, long when, ReadOnlySpan<byte> message)
    {
        if (message.IndexOf(origin) < 0)
            return;
        lock (gate)
        {
            if (heard[who])
                return;
            heard[who] = true;
            outcome.Heard.Add(Stopwatch.GetElapsedTime(began, when));
            if (who < lookers)
                looking.Add(LookAsync(when, stage.PauseAfter(message)));
            if (--toHear == 0)
                all.TrySetResult();
        }
    }

    async Task LookAsync(long heardAt, TimeSpan pause)
    {
        await Task.Yield();
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause);
        outcome.Asked.AddSince(heardAt);
        while (!(await stage.FragmentAsync()).Contains(name, StringComparison.Ordinal))
            outcome.Stale++;
        outcome.Seen.AddSince(began);
    }
}

sealed class Outcome
{
    internal Samples Saved { get; } = new();
    internal Samples Heard { get; } = new();
    internal Samples Asked { get; } = new();
    internal Samples Seen { get; } = new();
    internal int Lost { get; set; }
    internal int Stale { get; set; }
}
