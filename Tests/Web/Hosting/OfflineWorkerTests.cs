using System.Net;
using System.Text.RegularExpressions;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Assets;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed partial class OfflineWorkerTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task The_worker_names_every_file_of_the_frame_and_each_can_be_had()
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.GetAsync("/sw.js");
        var script = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var root = Root().Match(script).Groups[1].Value;
        var files = Path().Matches(script).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal(AssetUrl.Root, root);
        Assert.StartsWith($"import {{ work }} from \"{root}/js/", script, StringComparison.Ordinal);
        Assert.Contains("/js/app.js", files);
        Assert.Contains("/css/app.css", files);
        Assert.DoesNotContain(files, file => file!.EndsWith(".map", StringComparison.Ordinal));
        foreach (var file in files)
            using (var had = await stranger.GetAsync(root + file))
                Assert.True(had.StatusCode == HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task A_worker_from_one_node_is_the_newest_for_another_of_the_same_version()
    {
        await using var other = await OfficeApp.StartAsync(Database);
        using var here = App.Stranger();
        using var there = other.Stranger();

        using var one = await here.GetAsync("/sw.js");
        using var same = await there.GetAsync("/sw.js");

        Assert.NotNull(one.Headers.ETag);
        Assert.Equal(one.Headers.ETag, same.Headers.ETag);
    }

    [Fact]
    public async Task A_browser_with_the_newest_worker_gets_304()
    {
        using var stranger = App.Stranger();
        using var first = await stranger.GetAsync("/sw.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/sw.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await stranger.Http.SendAsync(
            again,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_token_says_whose_it_is()
    {
        using var sam = await App.SignInAsync();
        using var answer = await sam.GetAsync("/account/token");
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            (await IdOfAsync(StaffDashboard.Data.Users.UserRole.Staff)).ToString(),
            said,
            StringComparison.Ordinal
        );
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString().Split(',')[0]);
    }

    [GeneratedRegex("work\\(\"(/a/[0-9a-f]{16})\"")]
    private static partial Regex Root();

    [GeneratedRegex("[,\\[]\"(/[^\"]+)\"")]
    private static partial Regex Path();
}
