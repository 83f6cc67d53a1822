using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Reports;

public static class ReportSettingsFields
{
    static readonly Section Sending = new("When it is sent", UserRole.Admin, UserRole.Manager);

    /// <param name="zone">In which zone the hour is meant.</param>
    public static IReadOnlyList<Field> Of(string zone) =>
        [
            new Field<ReportSettings>(
                "IsOn",
                "is_on",
                "Send a report every day",
                Sending,
                new FlagType { Words = ("on", "off") },
                s => FlagType.Text(s.IsOn),
                (s, v) => s.IsOn = FlagType.IsOn(v)
            )
            {
                Width = "all",
            },
            new Field<ReportSettings>(
                "SendAt",
                "send_at",
                "Hour",
                Sending,
                new TimeType(),
                s => TimeType.Text(s.SendAt),
                (s, v) => s.SendAt = TimeType.Time(v)
            )
            {
                Hint = zone,
                IsRequired = true,
                Width = "all",
            },
        ];
}
