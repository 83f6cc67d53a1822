using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>A port on loopback: the one used last time, or another if that one is taken.</summary>
static class FreePort
{
    internal static int? Read(string file) =>
        File.Exists(file)
        && int.TryParse(
            File.ReadAllText(file),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var port
        )
        && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : null;

    internal static int Choose(string file)
    {
        var port = Read(file) is { } last && IsFree(last) ? last : Any();
        File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    internal static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int Any()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
