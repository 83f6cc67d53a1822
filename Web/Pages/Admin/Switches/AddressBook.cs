using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Switches;

/// <summary>Everybody who signs in here, by address: people type addresses, the switch keeps who it is.</summary>
public sealed class AddressBook(IReadOnlyList<AddressBook.Entry> entries)
{
    readonly Dictionary<string, Entry> byEmail = entries.ToDictionary(
        entry => entry.Email,
        StringComparer.OrdinalIgnoreCase
    );
    readonly Dictionary<Guid, Entry> byId = entries.ToDictionary(entry => entry.Id);

    public static async Task<AddressBook> ReadAsync(Office office, CancellationToken stop) =>
        new(
            await office
                .Users.OrderBy(user => user.Name)
                .Select(user => new Entry(user.Id, user.Name, user.Email!, user.DisabledAt == null))
                .ToListAsync(stop)
        );

    public IEnumerable<Entry> Active => entries.Where(entry => entry.IsActive);

    /// <summary>The first of those named who does not sign in here.</summary>
    public string? Unknown(IEnumerable<string> addresses) =>
        addresses.FirstOrDefault(address => !byEmail.ContainsKey(address));

    public Guid[] Ids(IEnumerable<string> addresses) =>
        [.. addresses.Where(byEmail.ContainsKey).Select(a => byEmail[a].Id).Distinct().Order()];

    /// <summary>As they sign in, in one order, so that two lists of the same people are the same text.</summary>
    public string Text(IEnumerable<Guid> ids) =>
        string.Join(
            ", ",
            ids.Where(byId.ContainsKey).Select(id => byId[id].Email).Order(StringComparer.Ordinal)
        );

    public JsonArray ToTrail(IEnumerable<string> addresses) =>
        [.. Ids(addresses).Select(id => (JsonNode)id.ToString())];

    public string FromTrail(JsonNode? stored) =>
        Text(
            (stored as JsonArray ?? []).Select(id =>
                Guid.TryParse($"{id}", CultureInfo.InvariantCulture, out var one) ? one : Guid.Empty
            )
        );

    public sealed record Entry(Guid Id, string Name, string Email, bool IsActive);
}
