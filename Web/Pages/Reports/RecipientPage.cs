using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Shared.Confirmation;

namespace StaffDashboard.Web.Pages.Reports;

/// <summary>
/// Finds out whom a link in a letter speaks for. Opening it changes nothing: mail scanners open every link.
/// </summary>
public abstract class RecipientPage(Office office, RecipientLinks links, SlowDown slowDown)
    : PageModel
{
    const int FreeForAnAddress = 60;

    protected Office Office => office;

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null when the link is not ours, or they are no longer on the list.</summary>
    public ReportRecipient? Recipient { get; private set; }
    public bool IsDone { get; protected set; }
    protected DateTimeOffset MadeAt { get; private set; }

    protected async Task<IActionResult?> FindAsync(string page)
    {
        var stop = HttpContext.RequestAborted;
        Counted[] asker = [SignInDoor.Address(HttpContext, "report-link", FreeForAnAddress)];
        if (await slowDown.TakeAsync(asker, stop) is var wait && wait > TimeSpan.Zero)
        {
            TooManyAttempts.Say(Response, wait);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }
        if (links.Read(page, Token) is { } link)
        {
            MadeAt = link.At;
            Recipient = await office.ReportRecipients.SingleOrDefaultAsync(
                r => r.Id == link.Recipient,
                stop
            );
            await slowDown.ForgiveAsync(asker, [], stop);
        }
        if (Recipient is not null)
            return null;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
