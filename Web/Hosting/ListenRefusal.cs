using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace StaffDashboard.Web.Hosting;

/// <summary>Why the address cannot be listened at, in one line with what to write instead.</summary>
static class ListenRefusal
{
    /// <summary>Null when it is something else: a fault of the program, with its stack.</summary>
    internal static StartRefused? Of(IConfiguration configuration, Exception e)
    {
        var (name, value) = Setting(configuration);
        return e switch
        {
            IOException { InnerException: AddressInUseException } => new(
                StartRefused.Unavailable,
                $"{value} is taken by another program: end it, or choose another with --urls http://127.0.0.1:5081"
            ),
            // Before the next: Kestrel says in many lines how to make a certificate for a developer.
            InvalidOperationException when IsOfKestrel(e) && Speaks(e, "certificate") =>
                StartRefused.Setting(
                    name,
                    $"“{value}” needs a certificate: name one in Kestrel__Certificates__Default__Path and __KeyPath, or let a proxy end https and listen on http."
                ),
            CryptographicException or IOException when IsOfKestrel(e) => StartRefused.Setting(
                "Kestrel__Certificates",
                $"the certificate cannot be read ({e.Message})."
            ),
            SocketException or FormatException or ArgumentOutOfRangeException when IsOfKestrel(e) =>
                StartRefused.Setting(
                    name,
                    $"“{value}” cannot be opened ({e.Message}); {ListenAddresses.Example}"
                ),
            _ => null,
        };
    }

    // The one that Kestrel went by.
    static (string Name, string? Value) Setting(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").Exists()
            ? ("Kestrel__Endpoints", "What it names")
        : configuration["urls"] is { } urls ? ("--urls", urls)
        : configuration["http_ports"] is { } ports ? ("ASPNETCORE_HTTP_PORTS", ports)
        : ("ASPNETCORE_HTTPS_PORTS", configuration["https_ports"]);

    static bool Speaks(Exception e, string word) =>
        e.Message.Contains(word, StringComparison.OrdinalIgnoreCase);

    static bool IsOfKestrel(Exception e) =>
        e.StackTrace?.Contains("AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true;
}
