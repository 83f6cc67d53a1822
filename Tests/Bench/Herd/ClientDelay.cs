namespace StaffDashboard.Bench.Herd;

/// <summary>What a browser waits between a notice and its question, as live.js and pushed.js go about it.</summary>
static class ClientDelay
{
    const double Few = 0.01;

    /// <summary>A burst of notices is one question.</summary>
    internal static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(10);

    /// <summary>A few go first, the others give them time.</summary>
    internal static TimeSpan Of(int spread) =>
        Random.Shared.NextDouble() < Few
            ? TimeSpan.Zero
            : TimeSpan.FromMilliseconds(spread * (0.4 + 0.6 * Random.Shared.NextDouble()));
}
