using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Reports;

/// <summary>A report as the history lists it: without its letter.</summary>
public sealed record ReportRow(DateOnly Day, string Verdict, bool IsAllClear, DateTimeOffset MadeAt)
{
    public string Row => DateText.Iso(Day);
    public string Name => DateText.WithWeekday(Day);
}
