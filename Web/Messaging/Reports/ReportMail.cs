using StaffDashboard.Data.Letters;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>A stored report on its way to one recipient. Only the foot differs: the way out is one's own.</summary>
static class ReportMail
{
    public static QueuedLetter To(
        DailyReport report,
        string to,
        string key,
        DateTimeOffset now,
        Uri? unsubscribe
    ) =>
        new()
        {
            Key = key,
            To = to,
            Subject = report.Subject,
            Text = report.Text + "\n" + Foot(unsubscribe),
            Html = report.Html[..^ReportHtml.End.Length] + MarkupFoot(unsubscribe) + ReportHtml.End,
            Unsubscribe = unsubscribe?.AbsoluteUri,
            At = now,
            DueAt = now,
        };

    static string Foot(Uri? unsubscribe) =>
        unsubscribe is null
            ? "This is a test that you asked for.\n"
            : $"You get this report every day. Stop it:\n{unsubscribe.AbsoluteUri}\n";

    static string MarkupFoot(Uri? unsubscribe) =>
        unsubscribe is null
            ? "<p><font size=\"2\">This is a test that you asked for.</font></p>"
            : $"<p><font size=\"2\">You get this report every day. <a href=\"{ReportHtml.Encode(unsubscribe.AbsoluteUri)}\">Stop it</a></font></p>";
}
