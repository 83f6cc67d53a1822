using System.Diagnostics;

namespace StaffDashboard.Tests.Web.Live;

public sealed class DocsTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task The_ten_lines_of_the_handbook_watch_a_topic()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var lines = Lines();
        using var stranger = Run(lines, node.Site, await node.CookieAsync());
        try
        {
            Assert.Contains("\"all\":true", await NextAsync(stranger), StringComparison.Ordinal);

            await database.ChangeAsync("team", "Bea");

            Assert.Equal("changed team by Bea", await NextAsync(stranger));
            Assert.Equal(10, lines.Trim().Split('\n').Length);
        }
        finally
        {
            stranger.Kill();
        }
    }

    static string Lines()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "live.md"));
        var start = page.IndexOf("```js\n", StringComparison.Ordinal) + "```js\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    static Process Run(string script, Uri site, string cookie)
    {
        var node = new ProcessStartInfo("node", ["--input-type=module", "--eval", script])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        node.Environment["SITE"] = site.ToString().TrimEnd('/');
        node.Environment["COOKIE"] = cookie;
        node.Environment["TOPIC"] = "team";
        return Process.Start(node)!;
    }

    static async Task<string> NextAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith('{') || line.StartsWith("changed", StringComparison.Ordinal))
            {
                return line;
            }
        }
        throw new IOException("The script ended without a word.");
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StaffDashboard.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
