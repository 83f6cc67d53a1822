using System.Net;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public sealed record SessionRow(
    Guid Id,
    string Browser,
    bool IsPhone,
    string Address,
    DateTimeOffset SignedInAt,
    DateTimeOffset LastSeenAt,
    bool IsThis
)
{
    public static SessionRow Of(Session session, string? current) =>
        new(
            session.Id,
            BrowserWords.Of(session.Browser),
            BrowserWords.IsPhone(session.Browser),
            AddressWords(session.Address),
            session.CreatedAt,
            session.LastSeenAt,
            session.Id.ToString() == current
        );

    static string AddressWords(string address) =>
        IPAddress.TryParse(address, out var ip)
            ? IPAddress.IsLoopback(ip)
                ? "this computer"
                : ip.IsIPv4MappedToIPv6
                    ? ip.MapToIPv4().ToString()
                    : ip.ToString()
            : "unknown address";
}
