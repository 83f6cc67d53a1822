using System.Globalization;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>FUZZ_SEED repeats a run, FUZZ_SECONDS makes it longer; a server takes more time than somebody at a desk has.</summary>
static class FuzzSettings
{
    internal static int Seed => Number("FUZZ_SEED") ?? Random.Shared.Next(1, 1_000_000_000);

    internal static TimeSpan Length =>
        TimeSpan.FromSeconds(
            Number("FUZZ_SECONDS") ?? (Environment.GetEnvironmentVariable("CI") == "true" ? 60 : 10)
        );

    /// <summary>FUZZ_FAILURES: after how many different ones it is enough.</summary>
    internal static int MostFailures => Number("FUZZ_FAILURES") ?? 1;

    static int? Number(string name) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
