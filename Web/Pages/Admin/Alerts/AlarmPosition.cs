using System.Globalization;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>The last alarm that was seen; the next page begins below it.</summary>
public sealed record AlarmPosition(DateTimeOffset At, Guid Id)
{
    public static AlarmPosition? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && Guid.TryParse(id, CultureInfo.InvariantCulture, out var guid)
        && at <= DateTime.MaxValue.Ticks
            ? new(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id}");
}
