using System.Text.Json;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Assets;

namespace StaffDashboard.Tests.Web.Assets;

public sealed class AssetVersionTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly WindableClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_files_are_one_version_wherever_and_whenever_they_were_put()
    {
        Build(
            ("js/app.js", "sha256-a", "Mon, 30 Nov 2026 08:00:00 GMT"),
            ("css/base.css", "b", "")
        );
        var here = Version();
        Build(
            ("css/base.css", "b", ""),
            ("js/app.js", "sha256-a", "Tue, 01 Dec 2026 08:00:00 GMT")
        );

        Assert.Equal(here, Version());
        Assert.Matches("^[0-9a-f]{16}$", here);
    }

    [Theory]
    [InlineData("js/app.js", "sha256-other")]
    [InlineData("js/renamed.js", "sha256-a")]
    public void A_file_that_differs_is_another_version(string path, string integrity)
    {
        Build(("js/app.js", "sha256-a", ""));
        var here = Version();
        Build((path, integrity, ""));

        Assert.NotEqual(here, Version());
    }

    [Fact]
    public void While_somebody_edits_the_files_of_a_clone_the_version_follows()
    {
        var home = Directory.CreateDirectory(Path.Combine(folder.Path, "wwwroot"));
        var script = Path.Combine(home.FullName, "app.js");
        File.WriteAllText(script, "before");
        Build(("js/app.js", "sha256-a", ""));
        File.WriteAllText(
            Path.Combine(folder.Path, "StaffDashboard.Web.staticwebassets.runtime.json"),
            JsonSerializer.Serialize(new { ContentRoots = new[] { home.FullName + "/" } })
        );
        var version = new AssetVersion(folder.Path, clock);
        var before = version.Current;

        File.WriteAllText(script, "after that");
        Assert.Equal(before, version.Current);
        clock.Wind(TimeSpan.FromSeconds(1));
        var after = version.Current;

        Assert.NotEqual(before, after);
        clock.Wind(TimeSpan.FromSeconds(1));
        Assert.Equal(after, version.Current);
    }

    string Version() => new AssetVersion(folder.Path, clock).Current;

    void Build(params (string Path, string Integrity, string Modified)[] files) =>
        File.WriteAllText(
            Path.Combine(folder.Path, "StaffDashboard.Web.staticwebassets.endpoints.json"),
            JsonSerializer.Serialize(
                new
                {
                    Endpoints = files.Select(file => new
                    {
                        Route = file.Path,
                        Selectors = Array.Empty<object>(),
                        ResponseHeaders = new[]
                        {
                            new { Name = "Last-Modified", Value = file.Modified },
                        },
                        EndpointProperties = new[]
                        {
                            new { Name = "integrity", Value = file.Integrity },
                        },
                    }),
                }
            )
        );

    sealed class WindableClock : TimeProvider
    {
        long now;

        public override long GetTimestamp() => now;

        internal void Wind(TimeSpan by) =>
            now += by.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond;
    }
}
