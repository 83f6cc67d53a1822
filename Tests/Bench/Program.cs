using StaffDashboard.Bench;
using StaffDashboard.Bench.Bytes;
using StaffDashboard.Bench.Faults;
using StaffDashboard.Bench.Herd;
using StaffDashboard.Bench.Imports;
using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Pages;
using StaffDashboard.Bench.Saves;
using StaffDashboard.Bench.Soak;
using StaffDashboard.Bench.Start;
using StaffDashboard.Bench.Sync;

// Each bench starts all it needs and prints a table; "quick" after the name is a short try-out.
Dictionary<string, (string What, Func<bool, Task> RunAsync)> benches = new()
{
    ["live"] = ("save → fragment changed in another client; what is lost", LiveBench.RunAsync),
    ["pages"] = ("requests a second of the team and of a person", PagesBench.RunAsync),
    ["saves"] = (
        "a save at 1,000 and at 1,000,000 people; what recording costs",
        SavesBench.RunAsync
    ),
    ["import"] = ("100,000 lines from the file into the team", ImportBench.RunAsync),
    ["start"] = ("first and later start until ready", StartBench.RunAsync),
    ["sync"] = (
        "what measuring costs; 1,000 browsers that report; the health page",
        SyncBench.RunAsync
    ),
    ["herd"] = ("5,000 watch one person who changes", HerdBench.RunAsync),
    ["faults"] = (
        "how soon it is well again after a killed node and a cut line",
        FaultsBench.RunAsync
    ),
    ["soak"] = ("memory held after each of 30 minutes of work", SoakBench.RunAsync),
    ["bytes"] = ("what a first view loads, and Lighthouse", BytesBench.RunAsync),
};

if (args is ["floor", .. var given])
{
    await Floor.RunAsync(given);
    return 0;
}
if (args is ["weighed", .. var own])
    return Weighed.Run(own);
if (args is [{ } name, .. var rest] && benches.TryGetValue(name, out var bench))
{
    await bench.RunAsync(rest.Contains("quick"));
    return 0;
}
Console.WriteLine("dotnet run -c Release --project Tests/Bench -- NAME");
foreach (var (known, (what, _)) in benches)
    Console.WriteLine($"  {known, -8}{what}");
return args.Length == 0 ? 0 : 2;
