using System.Globalization;

namespace StaffDashboard.Web.Pages.Admin.Audit;

/// <summary>The last line that was seen; the next page begins below it.</summary>
public sealed record AuditPosition(DateTimeOffset At, long Id)
{
    public static AuditPosition? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && at <= DateTime.MaxValue.Ticks
            ? new(new DateTimeOffset(at, TimeSpan.Zero), number)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");
}
