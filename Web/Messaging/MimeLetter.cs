using MimeKit;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>A letter as mail programs read it: text and markup, with the headers that an automatic message has.</summary>
static class MimeLetter
{
    public static MimeMessage Of(QueuedLetter letter, string sender, string senderName)
    {
        var message = new MimeMessage
        {
            Subject = HeaderText.OneLine(letter.Subject),
            Date = letter.At,
            MessageId = HeaderText.Whole(letter.MessageId),
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = letter.Text },
                new TextPart("html") { Text = letter.Html },
            },
        };
        message.From.Add(new MailboxAddress(HeaderText.OneLine(senderName), sender));
        message.To.Add(new MailboxAddress(null, HeaderText.Whole(letter.To)));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{HeaderText.Whole(address)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }
}
