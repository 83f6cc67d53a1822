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

    static string? Listening(IConfiguration settings)
    {
        if (First(settings["urls"]) is not { } url)
            return First(settings["http_ports"]) is { } port ? $"http://localhost:{port}" : null;
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
