using MailKit.Security;
using StaffDashboard.Data.Letters;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Tests.Web.Messaging;

public sealed class SmtpMailTests
{
    static readonly QueuedLetter Letter = new()
    {
        To = "bea@example.test",
        Subject = "Nachteulen Köln",
        Text = "Zoë",
        Html = "<p>Zoë</p>",
        MessageId = "<1@example.test>",
    };

    [Fact]
    public async Task A_letter_goes_out_as_text_and_markup()
    {
        using var server = await MailServer.StartAsync("--plain");

        await Mail(server, startTls: false).SendAsync(Letter);

        var received = await server.NextAsync();
        Assert.Equal(["bea@example.test"], received.To);
        Assert.Contains("text/plain", received.Text, StringComparison.Ordinal);
        Assert.Contains("text/html", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_is_refused_when_TLS_is_asked_for()
    {
        using var server = await MailServer.StartAsync("--plain");

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            Mail(server, startTls: true).SendAsync(Letter)
        );
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var server = await MailServer.StartAsync();

        var refused = await Assert.ThrowsAsync<SslHandshakeException>(() =>
            Mail(server, startTls: true).SendAsync(Letter)
        );

        Assert.IsType<System.Security.Authentication.AuthenticationException>(
            refused.GetBaseException()
        );
    }

    static SmtpMail Mail(MailServer server, bool startTls) =>
        new(Settings(server.Port, startTls), "Nachteulen Köln");

    static MailSettings Settings(int port, bool startTls) =>
        new("127.0.0.1", port, null, null, "office@example.test", startTls);
}
