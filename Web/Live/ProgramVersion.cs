using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StaffDashboard.Web.Assets;

namespace StaffDashboard.Web.Live;

/// <summary>
/// When it was put here, then what it is: "20261121060507-1f3a…". While nodes are exchanged one by one a browser hears
/// both; the time says which of two is the newer one, and equal contents are one version whatever their times.
/// </summary>
static class ProgramVersion
{
    const string Assets = "StaffDashboard.Web.staticwebassets.endpoints.json";

    internal static string Here { get; } = Of(AppContext.BaseDirectory);

    internal static string Of(string folder)
    {
        var program = typeof(ProgramVersion).Assembly;
        var assets = new FileInfo(Path.Combine(folder, Assets));
        var code = new FileInfo(Path.Combine(folder, program.GetName().Name + ".dll"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(program.ManifestModule.ModuleVersionId.ToString()));
        // Not the manifest itself: when each file was copied stands there, too, and differs between two publishes.
        hash.AppendData(Encoding.UTF8.GetBytes(AssetVersion.Built(folder)));
        var put = new[] { assets, code }.Max(file => file.Exists ? file.LastWriteTimeUtc : default);
        var what = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
        return string.Create(CultureInfo.InvariantCulture, $"{put:yyyyMMddHHmmss}-{what}");
    }
}
