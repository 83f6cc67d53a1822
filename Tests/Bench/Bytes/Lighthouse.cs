using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Bytes;

/// <summary>One page as Lighthouse saw it in the Chromium of the tests.</summary>
sealed class Lighthouse(JsonNode report)
{
    const string Flags =
        "--no-sandbox --headless=new --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync";

    static readonly string[] Categories = ["performance", "accessibility", "best-practices"];

    internal static async Task<string> UnpackAsync() =>
        (
            await SayAsync([
                "node",
                "-e",
                "import('@sparticuz/chromium').then(async c => console.log(await c.default.executablePath()))",
            ])
        ).Trim();

    /// <summary>The one in the middle of several runs, by its performance.</summary>
    internal static async Task<Lighthouse> LookAsync(
        string chromium,
        Uri page,
        string form,
        string? cookie,
        int runs
    )
    {
        var seen = new List<Lighthouse>();
        for (var run = 0; run < runs; run++)
            seen.Add(await OnceAsync(chromium, page, form, cookie));
        return seen.OrderBy(one => one.Mark("performance")).ElementAt(runs / 2);
    }

    internal string[] Marks =>
        [
            .. Categories.Select(category =>
                Mark(category).ToString("0", CultureInfo.InvariantCulture)
            ),
            string.Join("; ", Categories.SelectMany(Costs)),
        ];

    /// <summary>Requests and bytes of each kind, and of all together.</summary>
    internal IEnumerable<string[]> Loads(string path)
    {
        var all = report["audits"]!["network-requests"]!["details"]!["items"]!
            .AsArray()
            .Where(item =>
                (string?)item!["protocol"] is not ("blob" or "data")
                && (string?)item["resourceType"] != "WebSocket"
            )
            .Select(item =>
                (
                    Kind: (string?)item!["resourceType"] ?? "Other",
                    Raw: (double)item["resourceSize"]!,
                    Sent: (double)item["transferSize"]!
                )
            )
            .ToList();
        foreach (
            var kind in all.GroupBy(one => one.Kind)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        )
            yield return Row(kind.Key, [.. kind]);
        yield return Row("all", all);

        string[] Row(string kind, List<(string, double Raw, double Sent)> some) =>
            [
                path,
                kind,
                Report.Whole(some.Count),
                Report.Whole(some.Sum(one => one.Raw)),
                Report.Whole(some.Sum(one => one.Sent)),
            ];
    }

    double Mark(string category) =>
        100 * ((double?)report["categories"]![category]!["score"] ?? double.NaN);

    IEnumerable<string> Costs(string category) =>
        from part in report["categories"]![category]!["auditRefs"]!.AsArray()
        where (double?)part!["weight"] > 0
        let audit = report["audits"]![(string)part["id"]!]!
        where (double?)audit["score"] < 0.995
        select $"{part["id"]} {audit["displayValue"]}".Trim();

    static async Task<Lighthouse> OnceAsync(string chromium, Uri page, string form, string? cookie)
    {
        var file = Path.GetTempFileName();
        List<string> command =
        [
            Path.Combine(Ground.Root, "node_modules", ".bin", "lighthouse"),
            page.ToString(),
            "--quiet",
            "--output=json",
            $"--output-path={file}",
            $"--only-categories={string.Join(',', Categories)}",
            $"--chrome-flags={Flags}",
        ];
        if (form == "desktop")
            command.Add("--preset=desktop");
        if (cookie is not null)
            command.Add("--extra-headers=" + JsonSerializer.Serialize(new { Cookie = cookie }));
        await SayAsync([.. command], ("CHROME_PATH", chromium));
        var report = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        File.Delete(file);
        return new Lighthouse(report);
    }

    static async Task<string> SayAsync(
        string[] command,
        params (string Name, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Ground.Root,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} failed: {said}");
        return said;
    }
}
