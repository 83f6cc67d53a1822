using Microsoft.AspNetCore.Http;

namespace StaffDashboard.Web.Messaging;

/// <summary>Where the office's pages are, for e-mails that nobody's request began.</summary>
public static class SiteAddress
{
    const string Local = "http://localhost:5080";
    static readonly string[] Everywhere = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The public address; without one, the first address the program listens on.</summary>
    public static Uri From(IConfiguration settings) =>
        new(
            settings["StaffDashboard:PublicAddress"] is { Length: > 0 } set
                ? set
                : Listening(settings) ?? Local
        );

    // In the order in which Kestrel itself goes by them.
    static string? Listening(IConfiguration settings) =>
        (Endpoint(settings) ?? First(settings["urls"])) is { } url ? Reachable(url)
        : First(settings["http_ports"]) is { } port ? $"http://localhost:{port}"
        : First(settings["https_ports"]) is { } secure ? $"https://localhost:{secure}"
        : null;

    static string? Endpoint(IConfiguration settings) =>
        settings
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .FirstOrDefault(url => url is { Length: > 0 });

    static string Reachable(string url)
    {
        var bound = BindingAddress.Parse(url);
        // An address that stands for every network card leads nowhere.
        var host = Everywhere.Contains(bound.Host) ? "localhost" : bound.Host;
        return $"{bound.Scheme}://{host}:{bound.Port}";
    }

    static string? First(string? list) =>
        list
            ?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault();
}
