using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace StaffDashboard.Bench.Support;

/// <summary>Durations, and how long all but a few of them took.</summary>
sealed class Samples
{
    readonly ConcurrentBag<double> milliseconds = [];

    internal int Count => milliseconds.Count;

    internal void Add(TimeSpan took) => milliseconds.Add(took.TotalMilliseconds);

    internal void AddSince(long began) => Add(Stopwatch.GetElapsedTime(began));

    internal double At(double percent)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0
            ? double.NaN
            : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];
    }

    /// <summary>p50, p95 and p99 as cells of a table.</summary>
    internal string[] Cells => [Words(At(50)), Words(At(95)), Words(At(99))];

    internal static string Words(double milliseconds) =>
        milliseconds.ToString(milliseconds < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
