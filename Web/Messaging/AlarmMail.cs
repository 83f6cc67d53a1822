using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Messaging;

/// <summary>An alarm opened, or is over.</summary>
public static class AlarmMail
{
    public static Letter To(
        string email,
        string office,
        Alarm alarm,
        Uri link,
        DateTimeOffset now
    ) =>
        alarm.IsOpen
            ? new(
                email,
                $"{office}: {alarm.FullTitle()}",
                [
                    alarm.FullTitle() + ".",
                    $"Since {Time(alarm.OpenedAt)}: {alarm.Amount(alarm.Value)}. The limit is {alarm.Amount(alarm.Threshold)}.",
                ],
                "Look at the alarm",
                link,
                ["It closes by itself once all is well for 5 minutes, and you are told."]
            )
            : new(
                email,
                $"{office}: over – {alarm.FullTitle()}",
                [
                    $"It is over: {alarm.FullTitle()}.",
                    $"It lasted {DurationText.Of(alarm.Duration(now))}, from {Time(alarm.OpenedAt)} to {Time(alarm.ClosedAt!.Value)}. At worst it was {alarm.Amount(alarm.Value)}.",
                ],
                "Look at the alarm",
                link,
                []
            );

    static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString(
            "d MMM yyyy, HH:mm 'UTC'",
            System.Globalization.CultureInfo.InvariantCulture
        );
}
