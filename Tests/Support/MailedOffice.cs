using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Letters;
using StaffDashboard.Migrations;

namespace StaffDashboard.Tests.Support;

/// <summary>What a node needs to send its letters to a test's own mail server.</summary>
static class MailedOffice
{
    internal const string Site = "https://office.example.test";

    internal static Task<OfficeApp> StartAsync(
        TestDatabase database,
        MailServer server,
        params (string Key, string Value)[] settings
    ) =>
        OfficeApp.StartAsync(
            database,
            settings:
            [
                .. Settings(server).Select(s => ("StaffDashboard:" + s.Key, s.Value)),
                .. settings,
            ]
        );

    internal static (string Key, string Value)[] Settings(MailServer server, bool tls = false) =>
        [
            ("Mail:Host", tls ? "localhost" : "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail:From", "office@sender.example.test"),
            ("Mail:StartTls", tls ? "true" : "false"),
            ("PublicAddress", Site),
        ];

    internal static async Task<QueuedLetter> QueueAsync(
        TestDatabase database,
        string to = "bea@example.test",
        string subject = "Grüße",
        string? unsubscribe = null,
        DateTimeOffset? secretUntil = null
    )
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        var letter = new QueuedLetter
        {
            Key = Guid.CreateVersion7().ToString(),
            To = to,
            Subject = subject,
            Text = "Zoë sagt „hallo“.",
            Html = "<p>Zoë sagt „hallo“.</p>",
            Unsubscribe = unsubscribe,
            SecretUntil = secretUntil,
            At = TimeProvider.System.GetUtcNow(),
            DueAt = TimeProvider.System.GetUtcNow(),
        };
        office.Letters.Add(letter);
        await office.SaveChangesAsync();
        return letter;
    }

    internal static async Task<QueuedLetter> DoneAsync(TestDatabase database, Guid id)
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        return await Eventually.GetAsync(
            async () =>
            {
                office.ChangeTracker.Clear();
                var letter = await office.Letters.FindAsync(id);
                return letter!.IsWaiting
                    ? throw new TimeoutException($"It still waits: {letter.Problem}")
                    : letter;
            },
            e => e is TimeoutException
        );
    }
}
