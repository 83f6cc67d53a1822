using System.Text.Json;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Trail;

/// <summary>What was done to the row as a whole. {0} is its name.</summary>
static class TrailActs
{
    public static IEnumerable<string> Of(AuditEntry entry) =>
        (entry.Action, entry.TableName) switch
        {
            ("insert", "sessions") => ["signed in"],
            ("delete", "sessions") =>
            [
                entry.IsAboutActor ? "signed out" : "ended a session of {0}",
            ],
            ("insert", "imports") => ["brought the file {0}"],
            ("insert", "users") => [entry.ActorId is null ? "added {0}" : "invited {0}"],
            ("insert", "work_roles") => ["added the work role {0}"],
            ("delete", "work_roles") => ["removed the work role {0}"],
            ("insert", "alarms") => ["opened {0}"],
            ("insert", "alarm_rules") => ["changed {0}"],
            ("delete", "alarm_rules") => ["took the default again for {0}"],
            ("insert", "alarm_silences") => ["planned {0}"],
            ("delete", "alarm_silences") => ["called off {0}"],
            ("insert", "feature_switches") => ["set {0}"],
            ("insert", "job_orders") => [Wish(TrailSubjects.Stored(entry, "wish"))],
            ("insert", "problem_reports") => ["sent {0}"],
            ("insert", "report_recipients") => ["let the daily report go to {0}"],
            ("delete", "report_recipients") => ["stopped the daily report to {0}"],
            ("insert", _) => ["added {0}"],
            ("delete", _) => ["removed {0}"],
            ("erase", _) => ["erased {0} for good"],
            (GivenUp.Action, _) => [],
            _ => OfUpdate(entry),
        };

    static IEnumerable<string> OfUpdate(AuditEntry entry)
    {
        var diff = entry.Diff.RootElement;
        if (Flag(diff, "archived_at") is { } archived)
            yield return archived ? "archived {0}" : "restored {0}";
        if (Flag(diff, "disabled_at") is { } disabled)
            yield return disabled ? "disabled {0}" : "enabled {0} again";
        if (diff.TryGetProperty("email_confirmed", out _))
            yield return "accepted the invitation";
        else if (diff.TryGetProperty("password_hash", out _))
            yield return entry.IsAboutActor
                ? "changed their own password"
                : "changed the password of {0}";
        if (diff.TryGetProperty("state", out var state) && State(state) is { } words)
            yield return words;
        if (Flag(diff, "acknowledged_at") is true)
            yield return "acknowledged {0}";
        if (Flag(diff, "closed_at") is { } closed)
            yield return closed ? "closed {0}" : "opened {0} again";
        if (Flag(diff, "confirmed_at") is true)
            yield return "confirmed {0}";
        if (Flag(diff, "unsubscribed_at") is { } gone)
            yield return gone ? "unsubscribed {0}" : "subscribed {0} again";
        if (entry.TableName is "alarm_rules" or "report_settings" && On(diff) is { } on)
            yield return on ? "switched {0} on" : "switched {0} off";
        // The stamp moves with a password or a role, too; alone it means just this.
        if (diff.TryGetProperty("security_stamp", out _) && diff.EnumerateObject().Count() == 1)
            yield return entry.IsAboutActor ? "signed out everywhere" : "signed {0} out everywhere";
    }

    static string Wish(string? wish) =>
        wish switch
        {
            "Pause" => "paused the job {0}",
            "Resume" => "resumed the job {0}",
            _ => "ran the job {0}",
        };

    static bool? Flag(JsonElement diff, string column) =>
        diff.TryGetProperty(column, out var pair) && pair.ValueKind == JsonValueKind.Array
            ? pair[1].ValueKind != JsonValueKind.Null
            : null;

    static bool? On(JsonElement diff) =>
        diff.TryGetProperty("is_on", out var pair) && pair.ValueKind == JsonValueKind.Array
            ? pair[1].ValueKind == JsonValueKind.True
            : null;

    static string? State(JsonElement pair) =>
        pair.ValueKind != JsonValueKind.Array
            ? null
            : pair[1].ToString() switch
            {
                "Checking" => "let {0} be checked",
                "Checked" => "checked {0}",
                "Saving" => "let {0} be saved",
                "Done" => "saved {0}",
                "Undone" => "undid {0}",
                "Cancelled" => "cancelled {0}",
                "Failed" => "could not save {0}",
                _ => null,
            };
}
