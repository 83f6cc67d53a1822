using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Pages.Admin.Reports;

static class RecipientWords
{
    public static (string Word, string Tone) State(ReportRecipient recipient) =>
        recipient.IsUnsubscribed ? ("Unsubscribed", "")
        : recipient.IsConfirmed ? ("Confirmed", "good")
        : ("Waits for confirmation", "waiting");
}
