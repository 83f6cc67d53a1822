using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace StaffDashboard.Tests.Support;

/// <summary>Every page of the program, and an address at which it is found.</summary>
static class PageList
{
    internal static async Task<List<CompiledPageActionDescriptor>> PagesAsync(this OfficeApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var endpoints = app
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

    internal static string Address(this PageActionDescriptor page) =>
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
