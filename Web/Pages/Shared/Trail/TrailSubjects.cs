using System.Text.Json;
using StaffDashboard.Data.Audit;

namespace StaffDashboard.Web.Pages.Shared.Trail;

/// <summary>What a row is called that is named in the trail itself, in its key or in what was written down.</summary>
static class TrailSubjects
{
    internal static string? Of(AuditEntry entry) =>
        entry.TableName switch
        {
            "job_orders" => Stored(entry, "job"),
            "alarm_rules" => $"the rule {entry.RowId}",
            "feature_switches" => $"the switch {entry.RowId}",
            "report_settings" => "the daily report",
            "problem_reports" => "a problem report",
            "alarms" => Stored(entry, "rule") is { } rule ? $"the alarm {rule}" : "an alarm",
            "alarm_silences" => $"the silence for {Stored(entry, "rule") ?? "all alarms"}",
            "report_recipients" => Stored(entry, "email"),
            _ => null,
        };

    internal static string? Stored(AuditEntry entry, string column) =>
        entry.Diff.RootElement.TryGetProperty(column, out var pair)
        && pair.ValueKind == JsonValueKind.Array
            ? pair.EnumerateArray()
                .LastOrDefault(value => value.ValueKind == JsonValueKind.String)
                .ToString()
                is { Length: > 0 } text
                ? text
                : null
            : null;
}
