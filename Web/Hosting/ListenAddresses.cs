using System.Net;
using Microsoft.AspNetCore.Http;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// The addresses of --urls, looked at before anything starts. What Kestrel does not understand of them it takes for a
/// name, and listens everywhere, at port 80.
/// </summary>
static class ListenAddresses
{
    internal const string Example = "write such as http://127.0.0.1:5080";

    internal static void Check(string? urls)
    {
        foreach (
            var url in (urls ?? "").Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
            if (!CanBeOpened(url))
                throw StartRefused.Setting("--urls", $"“{url}” cannot be opened; {Example}");
    }

    static bool CanBeOpened(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe
                || address.IsNamedPipe
                || (
                    address.Port is >= 0 and <= IPEndPoint.MaxPort
                    && address.PathBase.Length == 0
                    && (
                        address.Host is ['[', ..]
                        || !address.Host.Contains(':', StringComparison.Ordinal)
                    )
                );
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
