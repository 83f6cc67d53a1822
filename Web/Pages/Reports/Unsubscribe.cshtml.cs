using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Shared.Requests;

namespace StaffDashboard.Web.Pages.Reports;

/// <summary>
/// Mail programs post here by themselves at one click, in parts as RFC 8058 has it, and without cookie or token of
/// ours: the signed link is enough.
/// </summary>
[IgnoreAntiforgeryToken, TakesParts]
public class UnsubscribeModel(
    Office office,
    RecipientLinks links,
    SlowDown slowDown,
    TimeProvider clock
) : RecipientPage(office, links, slowDown)
{
    public async Task<IActionResult> OnGetAsync() =>
        await FindAsync(RecipientLinks.Unsubscribe) ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(RecipientLinks.Unsubscribe) is { } refused)
            return refused;
        Recipient!.Unsubscribe(clock.GetUtcNow());
        await Office.SaveChangesAsync(HttpContext.RequestAborted);
        IsDone = true;
        return Page();
    }
}
