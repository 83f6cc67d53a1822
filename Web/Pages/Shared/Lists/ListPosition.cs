using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>Where a page of the list begins: beyond this row, in the order of the list or (Before) against it.</summary>
public sealed record ListPosition(bool Before, Guid Id, string Key)
{
    const int IdLength = 32;

    public static ListPosition? Read(string? text, bool before, ListSort sort) =>
        text?.Length >= IdLength
        && Guid.TryParseExact(text[..IdLength], "N", out var id)
        && sort.IsKey(text[IdLength..])
            ? new(before, id, text[IdLength..])
            : null;

    public override string ToString() => Id.ToString("N", CultureInfo.InvariantCulture) + Key;
}
