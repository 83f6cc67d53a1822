using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Reports;

/// <summary>A report that was made, or as yesterday's would be made now.</summary>
public class DayModel(Office office, Viewer viewer, TellDay tell, TimeProvider clock) : PageModel
{
    bool isPreview;

    public DailyReport Report { get; private set; } = null!;
    public IReadOnlyList<ReportTable> Tables { get; private set; } = [];
    public string Key => DateText.Iso(Report.Day);
    public bool MayResend => viewer.IsAdmin && !isPreview;
    public string Letter => isPreview ? ReportLinks.PreviewLetter : ReportLinks.Letter(Report.Day);

    public string Name => isPreview ? "Preview" : DateText.WithWeekday(Report.Day);

    public async Task<IActionResult> OnGetAsync(string day)
    {
        isPreview = day == "preview";
        return await FindAsync(office, tell, day, HttpContext.RequestAborted) is { } report
            ? await ShowAsync(report)
            : NotFound();
    }

    public async Task<IActionResult> OnPostAgainAsync(string day)
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (day == "preview" || await FindAsync(office, tell, day, stop) is not { } report)
            return NotFound();
        var recipients = await office
            .ReportRecipients.AsNoTracking()
            .Where(r => r.ConfirmedAt != null && r.UnsubscribedAt == null)
            .ToListAsync(stop);
        var again = $"again:{Guid.CreateVersion7(clock.GetUtcNow())}";
        var letters = await tell.QueueAsync(report, recipients, again, stop);
        new Toast(
            letters == 0
                ? "Nobody has confirmed yet: nothing was sent"
                : $"On its way again to {CountText.Of(letters, "recipient")}"
        ).Keep(TempData);
        return LocalRedirect(ReportLinks.Day(report.Day));
    }

    internal static async Task<DailyReport?> FindAsync(
        Office office,
        TellDay tell,
        string day,
        CancellationToken stop
    )
    {
        if (day == "preview")
            return await tell.PreviewAsync(tell.Yesterday, null, stop);
        return DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? await office
                .DailyReports.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Day == date, stop)
            : null;
    }

    async Task<PageResult> ShowAsync(DailyReport report)
    {
        Report = report;
        Tables = (await tell.ReadAsync(report, HttpContext.RequestAborted)).Tables;
        return Page();
    }
}
