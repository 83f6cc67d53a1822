using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Jobs.Alarms;

/// <summary>Writes what is to be sent, in the transaction of the alarm: neither told without being so, nor so without being told.</summary>
sealed class TellAlarm(Office office, WebhookDoor webhook, IConfiguration settings)
{
    readonly string officeName = OfficeName.From(settings);

    public async Task TellAsync(Alarm alarm, DateTimeOffset now, CancellationToken stop)
    {
        alarm.Tell(now);
        var admins = await office
            .Users.Where(u =>
                u.Role == UserRole.Admin && u.DisabledAt == null && u.PasswordHash != null
            )
            .Select(u => new { u.Id, u.Email })
            .ToListAsync(stop);
        foreach (var admin in admins)
        {
            var letter = AlarmMail.To(admin.Email!, officeName, alarm, Link(alarm), now);
            office.Letters.Add(letter.Queued($"{Key(alarm)}:{admin.Id}", now));
        }
        if (webhook.Settings is null)
            return;
        await office.Database.ExecuteSqlAsync(
            $"insert into alarm_calls (key, alarm_id, body, at, due_at) values ({Key(alarm)}, {alarm.Id}, {Body(alarm, now)}, {now}, {now})",
            stop
        );
    }

    string Body(Alarm alarm, DateTimeOffset now) =>
        JsonSerializer.Serialize(
            new
            {
                Event = alarm.IsOpen ? "alarm.opened" : "alarm.closed",
                Text = alarm.IsOpen
                    ? $"{officeName}: {alarm.FullTitle()} ({alarm.Amount(alarm.Value)})"
                    : $"{officeName}: over after {DurationText.Of(alarm.Duration(now))} – {alarm.FullTitle()}",
                Office = officeName,
                alarm.Id,
                alarm.Rule,
                Title = alarm.Title(),
                alarm.Subject,
                alarm.Value,
                alarm.Threshold,
                AlarmKinds.Named(alarm.Rule)?.Unit,
                alarm.OpenedAt,
                alarm.ClosedAt,
                DurationSeconds = alarm.IsOpen
                    ? (long?)null
                    : (long)alarm.Duration(now).TotalSeconds,
                Link = Link(alarm).AbsoluteUri,
            },
            JsonSerializerOptions.Web
        );

    Uri Link(Alarm alarm) => new(SiteAddress.From(settings), $"/admin/alerts/{alarm.Id}");

    static string Key(Alarm alarm) => $"alarm:{alarm.Id}:{alarm.Tellings}";
}
