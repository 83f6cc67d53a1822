using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

public sealed class PageMethodsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "PAGE", "DELETE", "MADE-UP"];

    [Fact]
    public async Task A_page_without_a_handler_for_it_says_so()
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        var token = await ada.TokenAsync();
        var asked = 0;
        foreach (var page in await PagesAsync())
        foreach (
            var method in Unsafe.Except(
                page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant())
            )
        )
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), AddressOf(page));
            request.Headers.Add("RequestVerificationToken", token);
            request.Content = new FormUrlEncodedContent([]);
            using var answer = await ada.Http.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            Assert.True(
                answer.StatusCode == HttpStatusCode.MethodNotAllowed,
                $"{method} {AddressOf(page)} was answered {answer.StatusCode}"
            );
            Assert.Contains("GET", answer.Content.Headers.Allow);
            asked++;
        }
        Assert.True(asked > 150, $"Only {asked} were asked.");
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_is()
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        foreach (var page in await PagesAsync())
        {
            using var head = await ada.Http.SendAsync(
                new HttpRequestMessage(HttpMethod.Head, AddressOf(page)),
                TestContext.Current.CancellationToken
            );
            using var get = await ada.GetAsync(AddressOf(page));
            Assert.True(
                head.StatusCode == get.StatusCode,
                $"{AddressOf(page)}: HEAD {head.StatusCode}, GET {get.StatusCode}"
            );
        }
    }

    [Theory]
    [InlineData("/team/import?handler=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("/admin/jobs?handler=nothing", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/admin/jobs", HttpStatusCode.MethodNotAllowed)]
    public async Task A_name_that_no_handler_has_is_none(string path, HttpStatusCode status)
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        using var answer = await ada.PostAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }

    async Task<List<CompiledPageActionDescriptor>> PagesAsync()
    {
        var loader = App.Services.GetRequiredService<PageLoader>();
        var endpoints = App
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.DistinctBy(e =>
                e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath
            );
        var compiled = new List<CompiledPageActionDescriptor>();
        foreach (var endpoint in endpoints)
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                compiled.Add(
                    await loader.LoadAsync(page, new EndpointMetadataCollection(endpoint.Metadata))
                );
        return compiled;
    }

    static string AddressOf(PageActionDescriptor page) =>
        "/"
        + string.Join(
            '/',
            page.AttributeRouteInfo!.Template!.Split('/')
                .Select(part =>
                    !part.StartsWith('{') ? part
                    : part.Contains("guid", StringComparison.Ordinal)
                        ? Guid.CreateVersion7().ToString()
                    : part.Contains("day", StringComparison.Ordinal) ? "2026-11-01"
                    : part.Contains("section", StringComparison.Ordinal) ? "contact"
                    : "404"
                )
        );
}
