using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticAssets;
using StaffDashboard.Web.Assets;

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
        "css/app.css",
        "css/bare.css",
        "js/app.js",
        "js/bare.js",
        "js/print.js",
        "icons.svg",
        "favicon.svg",
        "lib/htmx/",
        "lib/signalr/",
        "lib/inter/inter-latin-wght",
    ];

    internal static void MapOfflineWorker(this IEndpointRouteBuilder app)
    {
        // Once: anybody may ask for it, however often.
        var worker = new Lazy<(byte[] Script, string Tag)>(() =>
        {
            var script = Encoding.UTF8.GetBytes(Script(app.DataSources));
            return (script, Convert.ToHexStringLower(SHA256.HashData(script).AsSpan(0, 8)));
        });
        app.MapGet(
                Address,
                (HttpContext context) =>
                {
                    var (script, tag) = worker.Value;
                    // Every page view asks whether there is a newer one.
                    context.Response.Headers.CacheControl = "no-cache";
                    return Results.Bytes(
                        script,
                        "text/javascript; charset=utf-8",
                        entityTag: new($"\"{tag}\"")
                    );
                }
            )
            .AllowAnonymous()
            .DisableRateLimiting();
    }

    static string Script(IEnumerable<EndpointDataSource> sources)
    {
        var paths = sources
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(IsFrame)
            .Select(file => "/" + file.Route)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var root = AssetUrl.Root;
        return $"import {{ work }} from \"{root}/js/worker.js\";\nwork(\"{root}\", {JsonSerializer.Serialize(paths)});\n";
    }

    /// <summary>Plain addresses only: the same files have others with a fingerprint, and compressed ones.</summary>
    static bool IsFrame(StaticAssetDescriptor file) =>
        file.Selectors.Count == 0
        && !file.Properties.Any(property => property.Name is "fingerprint")
        && !file.Route.EndsWith(".gz", StringComparison.Ordinal)
        && !file.Route.EndsWith(".br", StringComparison.Ordinal)
        && !file.Route.EndsWith(".map", StringComparison.Ordinal)
        && Frame.Any(part => file.Route.StartsWith(part, StringComparison.Ordinal));
}
