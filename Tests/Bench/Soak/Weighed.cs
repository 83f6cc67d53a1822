using System.Globalization;
using System.Reflection;

namespace StaffDashboard.Bench.Soak;

/// <summary>The product, in a process that collects all garbage every minute and says how much is still held.</summary>
static class Weighed
{
    internal const string Says = "held bytes: ";

    internal static int Run(string[] args)
    {
        var product = Assembly.Load("StaffDashboard.Web");
        using var minutes = new Timer(
            _ => Weigh(),
            null,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(1)
        );
        string[] named = [.. args, "--applicationName", product.GetName().Name!];
        return (int)product.EntryPoint!.Invoke(null, [named])!;
    }

    static void Weigh()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var held = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(Says + held.ToString(CultureInfo.InvariantCulture));
    }
}
