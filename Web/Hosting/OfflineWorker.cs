using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticAssets;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// The service worker's first lines: which version this is, and which files make the frame. They differ
/// with every file that differs, so that a browser notices a new version by itself.
/// </summary>
static class OfflineWorker
{
    internal const string Address = "/sw.js";

    static readonly string[] Frame =
    [
        "css/",
        "js/",
        "icons.svg",
        "favicon.svg",
        "lib/htmx/",
        "lib/signalr/",
        "lib/idb/",
        "troubles.json",
        "lib/inter/inter-latin-wght",
    ];

    internal static void MapOfflineWorker(this IEndpointRouteBuilder app)
    {
        var script = new Lazy<string>(() => Script(app.DataSources));
        app.MapGet(
                Address,
                (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-cache";
                    return Results.Text(script.Value, "text/javascript", Encoding.UTF8);
                }
            )
            .AllowAnonymous();
    }

    static string Script(IEnumerable<EndpointDataSource> sources)
    {
        var files = sources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(IsFrame)
            .DistinctBy(file => file.Route)
            .OrderBy(file => file.Route, StringComparer.Ordinal)
            .ToList();
        var version = Version(files);
        var routes = JsonSerializer.Serialize(files.Select(file => "/" + file.Route));
        return $"import {{ work }} from \"/js/worker.js\";\nwork(\"{version}\", {routes});\n";
    }

    /// <summary>Plain addresses only: the same files have others with a fingerprint, and compressed ones.</summary>
    static bool IsFrame(StaticAssetDescriptor file) =>
        file.Selectors.Count == 0
        && !file.Properties.Any(property => property.Name is "fingerprint")
        && !file.Route.EndsWith(".gz", StringComparison.Ordinal)
        && !file.Route.EndsWith(".br", StringComparison.Ordinal)
        && Frame.Any(part => file.Route.StartsWith(part, StringComparison.Ordinal));

    static string Version(IEnumerable<StaticAssetDescriptor> files)
    {
        var text = string.Join('\n', files.Select(file => $"{file.Route} {Integrity(file)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    static string? Integrity(StaticAssetDescriptor file) =>
        file.Properties.FirstOrDefault(property => property.Name is "integrity")?.Value;
}
