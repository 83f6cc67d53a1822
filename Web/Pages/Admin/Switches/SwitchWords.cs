using System.Text.Json.Nodes;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Switches;

/// <summary>The two lists of a switch, as they are called, shown, and held by their columns.</summary>
static class SwitchWords
{
    static readonly string[] AllRoles = Enum.GetNames<UserRole>();

    public static readonly FieldWords Roles = new(
        "Everybody with one of these roles",
        text => text.Length > 0 ? text : "no role"
    )
    {
        Clean = text =>
            string.Join(", ", SwitchForm.Parts(text).OrderBy(r => Array.IndexOf(AllRoles, r))),
        Options =
        [
            .. Enumerable
                .Range(0, 1 << AllRoles.Length)
                .Select(set => string.Join(", ", AllRoles.Where((_, at) => (set >> at & 1) == 1)))
                .Select(text => (text, text.Length > 0 ? text : "no role")),
        ],
        ToTrail = text => new JsonArray([.. SwitchForm.Parts(text).Select(r => (JsonNode)r)]),
        FromTrail = stored => string.Join(", ", (stored as JsonArray ?? []).Select(r => $"{r}")),
    };

    public static FieldWords People(AddressBook book) =>
        new("These people", text => text.Length > 0 ? text : "nobody by name")
        {
            Clean = text =>
                SwitchForm.Parts(text) is var named && book.Unknown(named) is null
                    ? book.Text(book.Ids(named))
                    : text,
            ToTrail = text => book.ToTrail(SwitchForm.Parts(text)),
            FromTrail = book.FromTrail,
        };
}
