using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace StaffDashboard.Web.Assets;

/// <summary>
/// A fingerprint of what all assets contain, from what the build wrote down about them: equal on every node that has the
/// same files. A program that was built but not published serves the files of the clone: there it follows every edit.
/// </summary>
sealed class AssetVersion
{
    const string Name = "StaffDashboard.Web.staticwebassets";
    static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    readonly TimeProvider time;
    readonly string[] edited;
    readonly string built;
    readonly Lock gate = new();
    string current;
    long lookedAt;

    internal AssetVersion(string folder, TimeProvider time)
    {
        this.time = time;
        built = Built(folder);
        edited = Homes(Path.Combine(folder, $"{Name}.runtime.json"));
        (current, lookedAt) = (Look(), time.GetTimestamp());
    }

    internal string Current => edited.Length == 0 ? current : Followed();

    /// <summary>What the build wrote down of the contents of all assets in a folder.</summary>
    internal static string Built(string folder) =>
        string.Join('\n', Contents(Path.Combine(folder, $"{Name}.endpoints.json")));

    string Followed()
    {
        lock (gate)
        {
            if (time.GetElapsedTime(lookedAt) >= Often)
                (current, lookedAt) = (Look(), time.GetTimestamp());
            return current;
        }
    }

    string Look()
    {
        var files = edited
            .SelectMany(home => new DirectoryInfo(home).EnumerateFiles("*", Everywhere))
            .Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            .Order(StringComparer.Ordinal);
        var text = string.Join('\n', files.Prepend(built));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>Each plain path with its hash. What else is said of it, such as when it was copied here, differs between nodes.</summary>
    static IEnumerable<string> Contents(string manifest)
    {
        if (!File.Exists(manifest))
            return [];
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return
        [
            .. json
                .RootElement.GetProperty("Endpoints")
                .EnumerateArray()
                .Where(IsPlain)
                .Select(endpoint => $"{endpoint.GetProperty("Route")} {Integrity(endpoint)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    // What a compressed one contains depends on who compressed it.
    static bool IsPlain(JsonElement endpoint) =>
        endpoint.GetProperty("Selectors").GetArrayLength() == 0
        && Path.GetExtension(endpoint.GetProperty("Route").GetString()) is not (".gz" or ".br");

    static string? Integrity(JsonElement endpoint) =>
        endpoint
            .GetProperty("EndpointProperties")
            .EnumerateArray()
            .Where(property => property.GetProperty("Name").ValueEquals("integrity"))
            .Select(property => property.GetProperty("Value").GetString())
            .FirstOrDefault();

    // Libraries differ only after another build, which starts the program anew.
    static string[] Homes(string manifest)
    {
        if (!File.Exists(manifest))
            return [];
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return
        [
            .. json
                .RootElement.GetProperty("ContentRoots")
                .EnumerateArray()
                .Select(home => home.GetString()!)
                .Where(home =>
                    Path.TrimEndingDirectorySeparator(home)
                        .EndsWith("wwwroot", StringComparison.Ordinal)
                )
                .Where(Directory.Exists),
        ];
    }
}
