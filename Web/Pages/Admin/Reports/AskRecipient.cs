using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Account;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Reports;

/// <summary>Writes the letter that asks somebody whether they want the reports.</summary>
public sealed class AskRecipient(
    Office office,
    Viewer viewer,
    RecipientLinks links,
    IConfiguration settings,
    TimeProvider clock
)
{
    /// <summary>The caller saves.</summary>
    public void Ask(ReportRecipient recipient, HttpContext context)
    {
        var now = clock.GetUtcNow();
        var link = links.ConfirmOf(recipient.Id, MailedLinks.BaseOf(context));
        office.Letters.Add(
            ConfirmMail
                .To(recipient.Email, OfficeName.From(settings), viewer.Name, link)
                .Queued(
                    $"report-confirm:{recipient.Id}:{Guid.CreateVersion7(now)}",
                    now,
                    now + RecipientLinks.ConfirmFor
                )
        );
    }
}
