using System.Globalization;

namespace StaffDashboard.Bench.Support;

/// <summary>Each socket is an open file, of which a process may have only so many.</summary>
static class Descriptors
{
    const string Limits = "/proc/self/limits";

    /// <summary>.NET has raised the soft limit to the hard one by now, here and in the programs that are started.</summary>
    internal static void Require(int files)
    {
        if (!File.Exists(Limits))
            return;
        var line = File.ReadLines(Limits)
            .First(one => one.StartsWith("Max open files", StringComparison.Ordinal));
        var hard = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        if (int.TryParse(hard, CultureInfo.InvariantCulture, out var most) && most < files)
            throw new InvalidOperationException(
                $"{files} open files are needed and {most} allowed: raise it by ulimit -Hn."
            );
    }
}
