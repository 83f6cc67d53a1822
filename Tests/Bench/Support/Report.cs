using System.Globalization;
using System.Runtime.InteropServices;

namespace StaffDashboard.Bench.Support;

/// <summary>What is printed: facts of the machine, and tables to be pasted into docs/benchmarks.md.</summary>
static class Report
{
    internal static async Task MachineAsync(Ground ground)
    {
        var postgres = await ground.AskAsync<string>("show server_version");
        Console.WriteLine(
            $"{Cpu()}, {Environment.ProcessorCount} cores, {Memory()}; {RuntimeInformation.OSDescription}; "
                + $"{RuntimeInformation.FrameworkDescription}; PostgreSQL {postgres} (fsync and synchronous_commit on); "
                + "load, product and database share the machine."
        );
        Console.WriteLine();
    }

    internal static void Table(string[] head, IEnumerable<string[]> rows)
    {
        Row(head);
        Row([.. head.Select((_, at) => at == 0 ? "---" : "---:")]);
        foreach (var row in rows)
            Row(row);
        Console.WriteLine();
    }

    internal static string Whole(double number) =>
        number.ToString("N0", CultureInfo.InvariantCulture);

    static void Row(string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    static string Cpu() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "unnamed processor"
            : RuntimeInformation.ProcessArchitecture.ToString();

    static string Memory() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9).ToString(
            "0 GB",
            CultureInfo.InvariantCulture
        );
}
