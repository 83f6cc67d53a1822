using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Assets;

namespace StaffDashboard.Tests.Web.Assets;

public sealed class AssetEndpointsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string ForEver = "public, max-age=31536000, immutable";

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/team")]
    [InlineData("/admin/sync-health")]
    [InlineData("/admin/audit")]
    public async Task Every_file_that_a_page_names_may_be_kept_for_ever(string path)
    {
        using var stranger = App.Stranger();
        using var visitor = path.StartsWith("/account", StringComparison.Ordinal)
            ? App.Stranger()
            : await App.SignInAsync(UserRole.Admin);
        var named = Named(await visitor.GetPageAsync(path));

        Assert.True(named.Count >= 5, $"{path} names only {named.Count} files.");
        foreach (var file in named)
        {
            using var answer = await stranger.GetAsync(file);
            Assert.Equal(
                (file, HttpStatusCode.OK, ForEver),
                (file, answer.StatusCode, KeptFor(answer))
            );
        }
    }

    [Theory]
    [InlineData("css/app.css")]
    [InlineData("js/worker.js")]
    [InlineData("troubles.json")]
    [InlineData("icons.svg")]
    [InlineData("favicon.svg")]
    [InlineData("lib/uplot/uPlot.min.css")]
    [InlineData("lib/inter/inter-latin-wght-normal.woff2")]
    public async Task A_file_under_another_version_is_not_cached(string file)
    {
        using var stranger = App.Stranger();
        using var own = await stranger.GetAsync(AssetUrl.For(file));
        using var other = await stranger.GetAsync($"/a/0123456789abcdef/{file}");
        using var plain = await stranger.GetAsync($"/{file}");

        Assert.Equal(ForEver, KeptFor(own));
        foreach (var answer in new[] { other, plain })
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-cache", KeptFor(answer));
            Assert.NotNull(answer.Headers.ETag);
            Assert.Equal(await BytesAsync(own), await BytesAsync(answer));
        }
    }

    [Fact]
    public async Task An_unchanged_file_is_revalidated_once_and_then_cached_for_ever()
    {
        using var stranger = App.Stranger();
        using var first = await stranger.GetAsync("/css/app.css");
        using var again = new HttpRequestMessage(HttpMethod.Get, AssetUrl.For("css/app.css"));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await stranger.Http.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(ForEver, KeptFor(answer));
    }

    [Fact]
    public async Task A_refusal_under_the_current_version_is_not_cached()
    {
        using var stranger = App.Stranger();
        using var beyond = new HttpRequestMessage(HttpMethod.Get, AssetUrl.For("favicon.svg"));
        beyond.Headers.Range = new(from: 99_999_999, to: null);
        using var answer = await stranger.Http.SendAsync(beyond, Stop);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.NotEqual(ForEver, KeptFor(answer));
    }

    [Fact]
    public async Task It_is_compressed_for_clients_that_accept_it()
    {
        using var stranger = App.Stranger();
        using var ask = new HttpRequestMessage(HttpMethod.Get, AssetUrl.For("js/app.js"));
        ask.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var answer = await stranger.Http.SendAsync(ask, Stop);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(ForEver, KeptFor(answer));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("js/nothing.js")]
    [InlineData("team")]
    [InlineData("account/sign-in")]
    public async Task Only_files_are_served_there_and_a_missing_one_is_not_cached(string path)
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var answer = await admin.GetAsync(AssetUrl.For(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_style_sheet_names_its_fonts_by_their_version()
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.GetAsync(AssetUrl.For("css/app.css"));
        var css = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Contains("url(../lib/inter/", css, StringComparison.Ordinal);
        Assert.DoesNotContain("url(/", css, StringComparison.Ordinal);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static Task<byte[]> BytesAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsByteArrayAsync(Stop);

    // As it was sent: parsed, the words come in another order.
    static string KeptFor(HttpResponseMessage answer) =>
        string.Join(", ", answer.Headers.NonValidated["Cache-Control"]);

    static List<string> Named(IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll("link[href]")
                .Select(link => link.GetAttribute("href")!)
                .Concat(page.QuerySelectorAll("[src]").Select(one => one.GetAttribute("src")!))
                .Concat(page.QuerySelectorAll("use").Select(one => one.GetAttribute("href")!))
                .Select(address => address.Split('#')[0])
                .Distinct(),
        ];
}
