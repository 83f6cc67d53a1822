using System.Net;
using Npgsql;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// What the office knows of people must not cross a network in clear only because nobody thought of it: to a server
/// elsewhere the line is encrypted unless the connection string says otherwise.
/// </summary>
static class DatabaseEncryption
{
    const string Keyword = "SSL Mode";

    internal static NpgsqlConnectionStringBuilder ByDefault(NpgsqlConnectionStringBuilder settings)
    {
        if (!settings.ShouldSerialize(Keyword) && !IsHere(settings.Host!))
            settings.SslMode = SslMode.Require;
        return settings;
    }

    internal static bool IsPlain(NpgsqlConnectionStringBuilder settings) =>
        settings.SslMode is SslMode.Disable or SslMode.Allow or SslMode.Prefer
        && !IsHere(settings.Host!);

    /// <summary>The server offers none: waiting does not change that.</summary>
    internal static bool IsRefused(Exception e) =>
        e is NpgsqlException and not PostgresException
        && e.Message.Contains("SSL", StringComparison.Ordinal)
        && e.InnerException is null;

    internal static string Explain(Exception e) =>
        IsRefused(e)
            ? "it offers no encryption (TLS). Switch it on there (ssl = on), or, where nobody else can listen, add “SSL Mode=Disable” to the connection string."
            : e.Message.ReplaceLineEndings(" ");

    // Several hosts may be named, each with a port.
    static bool IsHere(string hosts) =>
        hosts
            .Split(',', StringSplitOptions.TrimEntries)
            .All(host => IsSocket(host) || IsLoopback(host));

    // A path, or a name without one in the abstract namespace of Linux.
    static bool IsSocket(string host) => host is ['/' or '@', ..];

    static bool IsLoopback(string host) =>
        host.Split(':')[0].Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPEndPoint.TryParse(host, out var here) && IPAddress.IsLoopback(here.Address));
}
