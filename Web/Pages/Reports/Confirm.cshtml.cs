using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Web.Pages.Reports;

public class ConfirmModel(
    Office office,
    RecipientLinks links,
    SlowDown slowDown,
    TimeProvider clock
) : RecipientPage(office, links, slowDown)
{
    public bool IsOver { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LookAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LookAsync() is { } refused)
            return refused;
        if (IsOver || !Recipient!.Confirm(MadeAt, clock.GetUtcNow()))
        {
            IsOver = true;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
        await Office.SaveChangesAsync(HttpContext.RequestAborted);
        IsDone = true;
        return Page();
    }

    async Task<IActionResult?> LookAsync()
    {
        var refused = await FindAsync(RecipientLinks.Confirm);
        IsOver = refused is null && MadeAt + RecipientLinks.ConfirmFor < clock.GetUtcNow();
        return refused;
    }
}
