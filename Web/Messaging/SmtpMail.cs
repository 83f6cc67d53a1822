using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>Sends over the office's mail server. With STARTTLS a server that does not offer it is refused, not trusted.</summary>
public sealed class SmtpMail(MailSettings settings, string officeName) : IMail
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Sender => settings.From;

    public async Task SendAsync(QueuedLetter letter, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            DeliveryFormat = SmtpDeliveryFormat.International,
            Credentials = settings.User is { } user
                ? new NetworkCredential(user, settings.Password)
                : null,
        };
        using var message = Message(letter);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new SmtpException(
                $"{settings.Host} did not answer within {Patience.TotalSeconds} seconds.",
                late
            );
        }
    }

    MailMessage Message(QueuedLetter letter)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.From, HeaderText.OneLine(officeName), Encoding.UTF8),
            Subject = HeaderText.OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(HeaderText.Whole(letter.To)));
        foreach (var (name, value) in Eml.Headers(letter))
            message.Headers[name] = value;
        message.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(
                letter.Html,
                Encoding.UTF8,
                MediaTypeNames.Text.Html
            )
        );
        return message;
    }
}
