namespace StaffDashboard.Web.Assets;

/// <summary>
/// Where a browser finds a file of wwwroot or a library. One version stands before all paths and differs when any of the
/// files does: so each may be kept for ever, and scripts and style sheets go on naming each other by relative paths.
/// </summary>
static class AssetUrl
{
    internal const string Pattern = "/a/{version}";

    static readonly AssetVersion Version = new(AppContext.BaseDirectory, TimeProvider.System);
    static readonly string Started = Root;

    internal static string Root => $"/a/{Version.Current}";

    internal static string For(string path) => $"{Root}/{path}";

    /// <summary>
    /// One address as long as the program runs: icons stand in fragments that are kept in memory, and these would
    /// otherwise differ from what is rendered anew after somebody has edited a file of the clone.
    /// </summary>
    internal static string ForIcon(string name) => $"{Started}/icons.svg#{name}";

    internal static bool IsCurrent(string? version) => version == Version.Current;
}
