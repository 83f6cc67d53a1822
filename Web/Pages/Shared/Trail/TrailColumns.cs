using System.Globalization;
using System.Text.Json;
using Humanizer;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Web.Pages.Shared.Trail;

/// <summary>What columns are called in a sentence, and how their values read. A column without a word is not told.</summary>
static class TrailColumns
{
    static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["users.name"] = "name",
        ["users.email"] = "e-mail",
        ["users.role"] = "role",
        ["alarm_rules.is_on"] = "on or off",
        ["feature_switches.is_on"] = "on or off",
        ["alarm_rules.threshold"] = "limit",
        ["alarm_rules.window_minutes"] = "minutes looked back",
        ["feature_switches.percent"] = "share in per cent",
        ["feature_switches.roles"] = "roles",
        ["feature_switches.people"] = "people",
        ["work_roles.name"] = "name",
        ["work_roles.hue"] = "colour",
        ["imports.total"] = "rows",
        ["imports.added"] = "rows added",
        ["imports.updated"] = "rows changed",
        ["imports.rejected"] = "rows refused",
        ["imports.problem"] = "problem",
        ["problem_reports.comment"] = "comment",
        ["problem_reports.state"] = "state",
        ["problem_reports.answer"] = "answer",
        ["alarms.subject"] = "subject",
        ["alarm_silences.reason"] = "reason",
        ["report_settings.is_on"] = "on or off",
        ["report_settings.send_at"] = "hour",
    };

    public static string? Label(string table, string column) =>
        RecordTypes.Of(table) is { } type
            ? type.ByColumn(column)?.Word
            : Labels.GetValueOrDefault($"{table}.{column}");

    public static string Show(string table, string column, JsonElement stored, TrailNames names)
    {
        if (stored.ValueKind == JsonValueKind.Null)
            return "";
        if (RecordTypes.Of(table)?.ByColumn(column) is { } field)
            return field.InSentence(field.FromTrail(stored), names.Words).Truncate(200);
        if (table == "report_settings" && column == "send_at")
            return stored.ToString() is { Length: > 5 } hour ? hour[..5] : stored.ToString();
        if (table == "work_roles" && column == "hue" && stored.TryGetInt32(out var hue))
            return HueWords.All.ElementAtOrDefault(hue - 1) ?? "";
        if (stored.ValueKind == JsonValueKind.Array)
            return string.Join(
                    ", ",
                    stored
                        .EnumerateArray()
                        .Select(each => names.Of("users", each.ToString()) ?? each.ToString())
                )
                .Truncate(200);
        if (stored.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return stored.GetBoolean() ? "on" : "off";
        return stored.ValueKind == JsonValueKind.Number && stored.TryGetDecimal(out var number)
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : stored.ToString().Truncate(200);
    }
}
