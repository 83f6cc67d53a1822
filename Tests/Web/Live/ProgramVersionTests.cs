using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class ProgramVersionTests : IDisposable
{
    const string Assets = "StaffDashboard.Web.staticwebassets.endpoints.json";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_contents_are_the_same_version_whenever_they_were_published()
    {
        var first = Publish("sha256-a", "Mon, 30 Nov 2026 08:00:00 GMT");
        var second = Publish("sha256-a", "Tue, 01 Dec 2026 08:00:00 GMT");

        Assert.Equal(ContentsOf(first), ContentsOf(second));
    }

    [Fact]
    public void An_asset_that_differs_makes_another_version() =>
        Assert.NotEqual(
            ContentsOf(Publish("sha256-a", "Mon, 30 Nov 2026 08:00:00 GMT")),
            ContentsOf(Publish("sha256-b", "Mon, 30 Nov 2026 08:00:00 GMT"))
        );

    [Fact]
    public void What_was_published_later_is_the_newer_one()
    {
        var first = Publish("sha256-a", "");
        File.SetLastWriteTimeUtc(Manifest, File.GetLastWriteTimeUtc(Manifest).AddMinutes(1));

        Assert.True(
            string.CompareOrdinal(ProgramVersion.Of(folder.Path), first) > 0,
            $"after {first}"
        );
    }

    string Manifest => Path.Combine(folder.Path, Assets);

    string Publish(string integrity, string modified)
    {
        File.WriteAllText(
            Manifest,
            $$"""
            {"Endpoints":[{"Route":"js/app.js","Selectors":[],
              "ResponseHeaders":[{"Name":"Last-Modified","Value":"{{modified}}"}],
              "EndpointProperties":[{"Name":"integrity","Value":"{{integrity}}"}]}]}
            """
        );
        return ProgramVersion.Of(folder.Path);
    }

    static string ContentsOf(string version) => version.Split('-')[1];
}
