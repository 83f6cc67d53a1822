using MailKit.Net.Smtp;
using MailKit.Security;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>Sends over the office's mail server. With STARTTLS a server that does not offer it is refused, not trusted.</summary>
public sealed class SmtpMail(MailSettings settings, string officeName) : IMail
{
    const int ImplicitTls = 465;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Sender => settings.From;

    public async Task SendAsync(QueuedLetter letter, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        using var message = MimeLetter.Of(letter, settings.From, officeName);
        // Many offices let nothing out but mail: a list of revoked certificates that cannot be fetched must not stop it.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security, limit.Token);
            if (settings.User is { } user)
                await client.AuthenticateAsync(user, settings.Password ?? "", limit.Token);
            await client.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{settings.Host} did not answer within {Patience.TotalSeconds} seconds.",
                late
            );
        }
        await QuitAsync(client);
    }

    SecureSocketOptions Security =>
        !settings.StartTls ? SecureSocketOptions.None
        : settings.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    // It has gone out: what the server makes of the good-bye changes nothing, and must not have it sent again.
    static async Task QuitAsync(SmtpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception broken)
            when (broken is IOException or OperationCanceledException or SmtpProtocolException) { }
    }
}
