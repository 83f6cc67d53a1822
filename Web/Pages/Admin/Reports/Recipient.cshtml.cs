using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public class RecipientModel(Office office, Viewer viewer, AskRecipient question) : PageModel
{
    public ReportRecipient Recipient { get; private set; } = null!;
    public string AddedBy { get; private set; } = "";
    public bool MayEdit => viewer.IsAdmin;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        var stop = HttpContext.RequestAborted;
        var by = await office
            .AuditLog.Where(e =>
                e.TableName == "report_recipients" && e.RowId == $"{id}" && e.Action == "insert"
            )
            .Select(e => e.ActorId)
            .FirstOrDefaultAsync(stop);
        AddedBy = (await UserNames.OfAsync(office, [by], stop)).Of(by, Recipient.AddedBy);
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id)
    {
        if (!MayEdit)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        question.Ask(Recipient, HttpContext);
        await office.SaveChangesAsync(HttpContext.RequestAborted);
        new Toast($"Asked {Recipient.Email} again").Keep(TempData);
        return LocalRedirect(ReportLinks.Recipient(id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        if (!MayEdit)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        office.Remove(Recipient);
        await office.SaveChangesAsync(HttpContext.RequestAborted);
        new Toast($"Removed {Recipient.Email}").Keep(TempData);
        return LocalRedirect(ReportLinks.All);
    }

    async Task<bool> FindAsync(Guid id)
    {
        Recipient = (
            await office.ReportRecipients.SingleOrDefaultAsync(
                r => r.Id == id,
                HttpContext.RequestAborted
            )
        )!;
        return Recipient is not null;
    }
}
