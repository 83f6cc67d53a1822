using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Pages.Here;

/// <summary>Every page, also one that is added later: whoever may not open it does not see who has it open.</summary>
public sealed class HereAccessTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Theory]
    [InlineData(UserRole.Staff, 20)]
    [InlineData(UserRole.Manager, 4)]
    public async Task Presence_on_a_page_is_shown_only_to_those_who_may_open_it(
        UserRole role,
        int atLeast
    )
    {
        using var visitor = await App.SignInAsync(role);
        var rules = App.Services.GetRequiredService<TopicRules>();
        var viewer = new Viewer(await IdOfAsync(role), "One", role, null);
        var (shut, seen) = (0, new List<string>());
        foreach (var path in Paths())
        {
            using var page = await visitor.GetAsync(path);
            if (page.StatusCode != HttpStatusCode.Forbidden)
                continue;
            shut++;
            seen.AddRange(
                Spellings(path).Where(place => rules.MayWatch(viewer, Place.TopicOf(place)))
            );
        }

        Assert.Empty(seen);
        Assert.True(shut >= atLeast, $"Only {shut} pages were shut.");
    }

    [Fact]
    public async Task A_page_is_one_place_however_its_address_is_written()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        foreach (var path in new[] { "/admin/jobs", "/Admin/Jobs", "/ADMIN/jobs/" })
        {
            var page = await manager.GetPageAsync(path);
            Assert.Equal(
                "here:/admin/jobs",
                page.QuerySelector("#here")!.GetAttribute("data-live")
            );
        }
    }

    [Theory]
    [InlineData("/Admin/jobs")]
    [InlineData("/ADMIN/JOBS")]
    [InlineData("/admin/jobs/")]
    [InlineData("/admin/jobs/x")]
    [InlineData("/admin//jobs")]
    [InlineData("/Team/import")]
    [InlineData("/team/import/x")]
    public async Task Another_spelling_opens_nothing(string place)
    {
        using var tom = await App.SignInAsync();
        await using var socket = await LiveClient.ConnectAsync(App.Address, tom.CookieHeader);

        using var faces = await tom.GetAsync(
            $"/here?part=faces&place={Uri.EscapeDataString(place)}"
        );

        Assert.Equal(HttpStatusCode.NotFound, faces.StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            socket.WatchAsync([Place.TopicOf(place)])
        );
    }

    // What belongs to one thing is the place of that thing, which may be open though a page about it is not.
    static IEnumerable<string> Spellings(string path)
    {
        if (Place.Of(path) == path)
            yield return path;
        yield return path.ToUpperInvariant();
        yield return "/" + char.ToUpperInvariant(path[1]) + path[2..];
        yield return path + "/";
        yield return path + "/x";
    }

    IEnumerable<string> Paths() =>
        App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => pattern.Length > 0)
            .Select(pattern => "/" + string.Join('/', pattern.Split('/').Select(Filled)))
            .Distinct();

    static string Filled(string part) =>
        part.StartsWith("{day", StringComparison.Ordinal) ? "2026-11-20"
        : part == "{section}" ? "contact"
        : part.StartsWith('{') ? $"{Guid.CreateVersion7()}"
        : part;
}
