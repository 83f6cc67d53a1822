using System.Globalization;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>Where a page of the list begins: beyond this row, in the order of the list or (Before) against it.</summary>
public sealed record TeamPosition(bool Before, Guid Id, string Key)
{
    const int IdLength = 32;

    public static TeamPosition? Read(string? text, bool before, TeamSort sort) =>
        text?.Length >= IdLength
        && Guid.TryParseExact(text[..IdLength], "N", out var id)
        && TeamOrder.Of(sort).IsKey(text[IdLength..])
            ? new(before, id, text[IdLength..])
            : null;

    public override string ToString() => Id.ToString("N", CultureInfo.InvariantCulture) + Key;
}
