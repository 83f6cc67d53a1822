using StaffDashboard.Data;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Admin.Audit;

/// <summary>What of the trail is whose to read. A person's own settings are nobody else's.</summary>
static class AuditTables
{
    static readonly Dictionary<string, string> ForManagers = new(
        RecordTypes.All.ToDictionary(type => type.Table, type => type.Heading),
        StringComparer.Ordinal
    )
    {
        ["work_roles"] = "Work roles",
        ["imports"] = "Imports",
        ["job_orders"] = "Jobs",
        ["problem_reports"] = "Problem reports",
        ["alarm_rules"] = "Rules of the alarms",
        ["alarm_silences"] = "Planned silences",
        ["report_recipients"] = "Recipients of the daily report",
        ["report_settings"] = "The daily report",
        ["feature_switches"] = "Switches",
    };

    static readonly Dictionary<string, string> ForAdmins = new(ForManagers, StringComparer.Ordinal)
    {
        ["users"] = "Users",
        ["sessions"] = "Signing in and out",
    };

    public static IReadOnlyDictionary<string, string> For(Viewer viewer) =>
        viewer.IsAdmin ? ForAdmins
        : viewer.IsManager ? ForManagers
        : new Dictionary<string, string>();
}
