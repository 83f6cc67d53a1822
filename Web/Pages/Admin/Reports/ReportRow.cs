using System.Globalization;

namespace StaffDashboard.Web.Pages.Admin.Reports;

/// <summary>A report as the history lists it: without its letter.</summary>
public sealed record ReportRow(DateOnly Day, string Verdict, bool IsAllClear, DateTimeOffset MadeAt)
{
    public string Row => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public string Name => Day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);
}
