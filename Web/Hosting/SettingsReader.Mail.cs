using System.Globalization;
using System.Net;
using System.Net.Mail;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Hosting;

/// <summary>How letters and alarms leave the house: through a mail server or a webhook, or not at all.</summary>
sealed partial class SettingsReader
{
    MailSettings? Mail()
    {
        if (Text("Mail:Host") is not { } host)
            return configuration
                .GetSection($"{Section}:Mail")
                .GetChildren()
                .Any(x => x.Value is { Length: > 0 })
                ? throw Bad(
                    "Mail:Host",
                    "is missing, though other mail settings are there; write the name of the SMTP server."
                )
                : null;
        // Else they would begin with whatever host the asking browser names, a stranger's too.
        if (Text("PublicAddress") is null)
            throw Bad(
                "PublicAddress",
                "is missing; links in mail begin with it: write such as https://office.example.org."
            );
        var from =
            Address("Mail:From")
            ?? throw Bad("Mail:From", "is missing; write the address that mail is sent from.");
        return new(
            host,
            Port(),
            Text("Mail:User"),
            configuration[$"{Section}:Mail:Password"],
            from,
            StartTls()
        );
    }

    WebhookSettings? Webhook()
    {
        var secret = Text("Alarms:WebhookSecret");
        if (Text("Alarms:Webhook") is not { } text)
            return secret is null
                ? null
                : throw Bad(
                    "Alarms:Webhook",
                    "is missing, though its secret is there; write the address to call."
                );
        // The text itself is not shown: it may hold a secret.
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
        )
            throw Bad(
                "Alarms:Webhook",
                "is not an address; write one such as https://hooks.example.org/alarms."
            );
        return secret is { Length: < 16 }
            ? throw Bad("Alarms:WebhookSecret", "is too short; write at least 16 characters.")
            : new(uri, secret);
    }

    int Port()
    {
        var text = Text("Mail:Port") ?? "587";
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw Bad("Mail:Port", $"“{text}” is not a port; write a number such as 587.");
    }

    bool StartTls()
    {
        var text = Text("Mail:StartTls") ?? "true";
        return bool.TryParse(text, out var yes)
            ? yes
            : throw Bad("Mail:StartTls", $"“{text}” is neither true nor false.");
    }

    string? Address(string key)
    {
        if (Text(key) is not { } text)
            return null;
        return MailAddress.TryCreate(text, out var address) && address.Address == text
            ? text
            : throw Bad(key, $"“{text}” is not an e-mail address.");
    }
}
