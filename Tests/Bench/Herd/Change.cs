using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StaffDashboard.Bench.Herd;

/// <summary>One change of the person, until every browser shows it in every piece.</summary>
sealed class Change(int pieces)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int toSee = pieces;
    int asked;
    int pushed;
    int stale;
    int failed;
    long last;
    long began;

    internal string Name { get; } =
        "Aaron " + Random.Shared.Next().ToString(CultureInfo.InvariantCulture);
    internal TimeSpan Answered { get; private set; }
    internal TimeSpan Last => Stopwatch.GetElapsedTime(began, Volatile.Read(ref last));
    internal int Questions => asked;
    internal int Pushes => pushed;
    internal int Wrong => stale + failed + Math.Max(0, toSee);

    internal async Task RunAsync(Func<string, Task> makeAsync)
    {
        began = Stopwatch.GetTimestamp();
        await makeAsync(Name);
        Answered = Stopwatch.GetElapsedTime(began);
        await Task.WhenAny(all.Task, Task.Delay(Patience));
    }

    internal void Asked() => Interlocked.Increment(ref asked);

    internal void Failed() => Interlocked.Increment(ref failed);

    internal void Saw(string part, long when, ReadOnlySpan<byte> shown, bool isPushed)
    {
        // Only the contact section shows the name for certain.
        if (part == "contact" && shown.IndexOf(Encoding.UTF8.GetBytes(Name)) < 0)
            Interlocked.Increment(ref stale);
        if (isPushed)
            Interlocked.Increment(ref pushed);
        InterlockedMax(when);
        if (Interlocked.Decrement(ref toSee) == 0)
            all.TrySetResult();
    }

    void InterlockedMax(long when)
    {
        long known;
        while ((known = Volatile.Read(ref last)) < when)
            if (Interlocked.CompareExchange(ref last, when, known) == known)
                return;
    }
}
