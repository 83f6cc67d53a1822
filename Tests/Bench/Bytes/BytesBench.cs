using System.Diagnostics;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Bytes;

/// <summary>What a first view of the published program loads, and what Lighthouse says of it.</summary>
static class BytesBench
{
    static readonly string[] Forms = ["desktop", "mobile"];

    internal static async Task RunAsync(bool quick)
    {
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await Team.GrowAsync(ground, 60);
        var published = Directory.CreateTempSubdirectory("staffdashboard-bench-").FullName;
        await PublishAsync(published);
        await using var product = await ground.StartProductAsync(published);
        using var admin = await SignedIn.AsAdminAsync(product.Address);
        var chromium = await Lighthouse.UnpackAsync();
        var (loads, marks) = (new List<string[]>(), new List<string[]>());
        foreach (
            var (path, cookie) in ((string, string?)[])
                [("/account/sign-in", null), ("/team", admin.Cookie)]
        )
        foreach (var form in Forms)
        {
            var seen = await Lighthouse.LookAsync(
                chromium,
                new Uri(product.Address, path),
                form,
                cookie,
                quick ? 1 : 3
            );
            if (form == Forms[0])
                loads.AddRange(seen.Loads(path));
            marks.Add([path, form, .. seen.Marks]);
        }
        Report.Table(["page", "kind", "requests", "bytes", "as transferred"], loads);
        Report.Table(
            ["page", "form", "performance", "accessibility", "best practices", "what costs points"],
            marks
        );
        Directory.Delete(published, recursive: true);
    }

    static async Task PublishAsync(string folder)
    {
        using var publish = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["publish", "Web", "-c", "Release", "-v", "q", "-o", folder]
            )
            {
                WorkingDirectory = Ground.Root,
            }
        )!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("Publishing failed.");
    }
}
