using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Web.Pages.Admin.Reports;

/// <summary>The markup of the letter and nothing else, as a mail program would draw it.</summary>
public class LetterModel(Office office, TellDay tell) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string day) =>
        await DayModel.FindAsync(office, tell, day, HttpContext.RequestAborted) is { } report
            ? Content(report.Html, "text/html; charset=utf-8")
            : NotFound();
}
