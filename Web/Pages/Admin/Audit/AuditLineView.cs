using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Web.Pages.Admin.Alerts;
using StaffDashboard.Web.Pages.Admin.Reports;
using StaffDashboard.Web.Pages.Admin.Switches;
using StaffDashboard.Web.Pages.Admin.WorkRoles;
using StaffDashboard.Web.Pages.Problems;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Web.Pages.Admin.Audit;

public sealed record AuditLineView(TrailLine Line, bool IsForAdmin = false)
{
    /// <summary>All that is told of the row this line is about.</summary>
    public string Row => AdminLinks.AuditOf(Line.Entry.TableName, Line.Entry.RowId);

    public string? Request =>
        Line.Entry.RequestId is { } request ? AdminLinks.AuditOfRequest(request) : null;

    /// <summary>Where what somebody gave up can be put back; null for whatever else is told.</summary>
    public string? PutBack =>
        Line.Entry.Action != GivenUp.Action ? null
        : RecordRegistry.Of(Line.Entry.TableName) is { } pages
            ? pages.Links.PutBack(Line.Entry.RowId)
        : Line.Entry.TableName == "work_roles" ? WorkRoleLinks.PutBack
        : IsForAdmin ? PutBackByAdmin
        : null;

    string? PutBackByAdmin =>
        Line.Entry.TableName switch
        {
            "users" => AdminLinks.PutBackRole(Line.Entry.RowId),
            "alarm_rules" => AlertLinks.RulePutBack,
            "feature_switches" => SwitchLinks.PutBack,
            "report_settings" => ReportLinks.PutBack,
            "problem_reports" => ProblemLinks.PutBack(Line.Entry.RowId),
            _ => null,
        };

    public static async Task<IReadOnlyList<AuditLineView>> OfAsync(
        Office office,
        IReadOnlyCollection<AuditEntry> entries,
        CancellationToken stop
    )
    {
        // Phones are told in full, with their country: whose country is home does not matter here.
        var names = await TrailNames.ForAsync(office, entries, "", stop);
        return
        [
            .. entries.Select(e => new AuditLineView(
                TrailLine.Of(e, names, office.Viewer),
                office.Viewer.IsAdmin
            )),
        ];
    }
}
