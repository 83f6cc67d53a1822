using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Pages.Admin;

/// <summary>Every page of Admin, also one that is added later: asked and posted to by those who may not.</summary>
public sealed class AdminAccessTests(TestPostgres postgres) : OfficeTest(postgres)
{
    // What a Manager changes there; everything else is for reading.
    static readonly string[] ManagersOwn = ["/admin/work-roles"];

    [Fact]
    public async Task Staff_finds_none_of_it_open()
    {
        using var staff = await App.SignInAsync();
        var open = new List<string>();
        foreach (var (path, handlers) in Pages())
        {
            using var page = await staff.GetAsync(path);
            if (page.StatusCode != HttpStatusCode.Forbidden)
                open.Add($"{path} {page.StatusCode}");
            foreach (var handler in handlers)
                open.AddRange(await NotRefusedAsync(staff, path, handler));
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_Manager_reads_it_and_changes_nothing()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        var open = new List<string>();
        var asked = 0;
        foreach (var (path, handlers) in Pages().Where(page => !ManagersOwn.Contains(page.Path)))
        foreach (var handler in handlers)
        {
            open.AddRange(await NotRefusedAsync(manager, path, handler));
            asked++;
        }
        foreach (var path in new[] { "/admin/users", "/admin/outbox" })
        {
            using var page = await manager.GetAsync(path);
            if (page.StatusCode != HttpStatusCode.Forbidden)
                open.Add($"{path} {page.StatusCode}");
        }

        Assert.Empty(open);
        Assert.True(asked > 20, $"Only {asked} handlers were tried.");
    }

    [Fact]
    public async Task Nothing_falls_over_what_an_Admin_sends_empty()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var fallen = new List<string>();
        foreach (var (path, handlers) in Pages())
        foreach (var handler in handlers)
        {
            var address = AddressOf(path, handler);
            using var answer = await admin.PostAsync(address);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                fallen.Add(address);
        }

        Assert.Empty(fallen);
    }

    [Fact]
    public void What_happens_in_Admin_is_told_to_those_who_may_open_it()
    {
        var rules = App.Services.GetRequiredService<TopicRules>();
        string[] managers = ["alarms", "jobs", "inconsistencies", "problems", "reports"];
        string[] admins = ["users", "letters"];
        string[] theirs = ["here:/admin/alerts"];

        Assert.DoesNotContain([.. managers, .. admins, .. theirs], Watches(UserRole.Staff));
        Assert.DoesNotContain(admins, Watches(UserRole.Manager));
        Assert.All(
            [.. managers, .. theirs],
            topic => Assert.True(Watches(UserRole.Manager)(topic))
        );
        Assert.All([.. managers, .. admins], topic => Assert.True(Watches(UserRole.Admin)(topic)));

        Predicate<string> Watches(UserRole role) =>
            topic => rules.MayWatch(new Viewer(Guid.CreateVersion7(), "One", role, null), topic);
    }

    // Each address once with the names of what can be posted there; what stands in braces is anybody's.
    IEnumerable<(string Path, List<string> Handlers)> Pages() =>
        App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint =>
                (Endpoint: endpoint, Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>())
            )
            .Where(one =>
                one.Page?.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal) is true
            )
            .Select(one => (Filled(one.Endpoint.RoutePattern.RawText!), Handlers(one.Page!)))
            .DistinctBy(page => page.Item1);

    List<string> Handlers(PageActionDescriptor page) =>
        [
            .. ModelOf(page)
                .GetMethods()
                .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
                .Select(method =>
                    method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)
                ),
        ];

    System.Reflection.TypeInfo ModelOf(PageActionDescriptor page) =>
        App
            .Services.GetRequiredService<PageLoader>()
            .LoadAsync(page, EndpointMetadataCollection.Empty)
            .GetAwaiter()
            .GetResult()
            .ModelTypeInfo!;

    static string Filled(string pattern) =>
        "/"
        + string.Join(
            '/',
            pattern
                .TrimStart('/')
                .Split('/')
                .Select(part =>
                    part.StartsWith("{day", StringComparison.Ordinal) ? "2026-11-20"
                    : part.StartsWith('{') ? $"{Guid.CreateVersion7()}"
                    : part
                )
        );

    static string AddressOf(string path, string handler) =>
        handler.Length == 0 ? path : $"{path}?handler={handler}";

    static async Task<IEnumerable<string>> NotRefusedAsync(
        Visitor visitor,
        string path,
        string handler
    )
    {
        var address = AddressOf(path, handler);
        using var answer = await visitor.PostAsync(address);
        return answer.StatusCode == HttpStatusCode.Forbidden
            ? []
            : [$"{address} {answer.StatusCode}"];
    }
}
