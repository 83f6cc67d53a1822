using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>
/// Delivers what waits in the table of letters. A try is paid for with a lease: whoever dies over it has the letter
/// taken over when the lease has run out. A node that dies between the server's yes and our note of it has it sent
/// twice, under the same Message-ID: nothing but the receiving side can know.
/// </summary>
public sealed class Outbox(
    OfficeFactory offices,
    IMail mail,
    MailMeter meter,
    TimeProvider clock,
    ILogger<Outbox> log
)
{
    /// <summary>Longer than any try may take.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(20),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
    ];

    /// <summary>False when nothing is due.</summary>
    public async Task<bool> DeliverNextAsync(CancellationToken stop)
    {
        await using var office = offices.Open(Viewer.Program);
        if (await TakeAsync(office, stop) is not { } letter)
            return false;
        if (letter.SecretUntil <= clock.GetUtcNow())
            await GiveUpAsync(office, letter, "The time of its link was over.", stop);
        else
            await TryAsync(office, letter, stop);
        return true;
    }

    async Task TryAsync(Office office, QueuedLetter letter, CancellationToken stop)
    {
        try
        {
            await mail.SendAsync(letter, stop);
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(failed, "Letter {Letter} could not be sent", letter.Id);
            var problem = HeaderText.OneLine(failed.GetBaseException().Message);
            if (IsFinal(failed) || letter.Tries > Pauses.Length)
                await GiveUpAsync(office, letter, problem, stop);
            else
                await PauseAsync(office, letter, problem, stop);
            return;
        }
        await NoteSentAsync(office, letter);
        meter.Sent();
    }

    async Task<QueuedLetter?> TakeAsync(Office office, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var until = now + Lease;
        var name = $"<{Guid.CreateVersion7():N}@{mail.Sender.Split('@')[1]}>";
        var taken = await office
            .Letters.FromSql(
                $"""
                update letters set due_at = {until}, tries = tries + 1,
                    message_id = case message_id when '' then {name} else message_id end
                where id in (select id from letters where sent_at is null and failed_at is null and due_at <= {now}
                    order by due_at limit 1 for update skip locked)
                returning *
                """
            )
            .AsNoTracking()
            .ToListAsync(stop);
        return taken.SingleOrDefault();
    }

    // Not stopped by the end of the program: it has gone out, and would go out again.
    async Task NoteSentAsync(Office office, QueuedLetter letter)
    {
        var now = clock.GetUtcNow();
        await Ours(office, letter)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(l => l.SentAt, now)
                        .SetProperty(l => l.Problem, (string?)null)
                        .SetProperty(l => l.Text, l => l.SecretUntil == null ? l.Text : "")
                        .SetProperty(l => l.Html, l => l.SecretUntil == null ? l.Html : ""),
                CancellationToken.None
            );
    }

    async Task GiveUpAsync(
        Office office,
        QueuedLetter letter,
        string problem,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        await Ours(office, letter)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(l => l.FailedAt, now)
                        .SetProperty(l => l.Problem, problem)
                        .SetProperty(l => l.Text, l => l.SecretUntil == null ? l.Text : "")
                        .SetProperty(l => l.Html, l => l.SecretUntil == null ? l.Html : ""),
                stop
            );
        meter.Failed();
    }

    async Task PauseAsync(
        Office office,
        QueuedLetter letter,
        string problem,
        CancellationToken stop
    )
    {
        var next = clock.GetUtcNow() + Pauses[letter.Tries - 1];
        await Ours(office, letter)
            .ExecuteUpdateAsync(
                set => set.SetProperty(l => l.DueAt, next).SetProperty(l => l.Problem, problem),
                stop
            );
    }

    /// <summary>Unless it was taken over meanwhile: then it is the other's to note.</summary>
    static IQueryable<QueuedLetter> Ours(Office office, QueuedLetter letter) =>
        office.Letters.Where(l =>
            l.Id == letter.Id && l.Tries == letter.Tries && l.SentAt == null && l.FailedAt == null
        );

    /// <summary>No such mailbox, or no address at all: asking again helps nobody.</summary>
    static bool IsFinal(Exception failed) =>
        failed
            is FormatException
                or SmtpCommandException
                {
                    ErrorCode: SmtpErrorCode.RecipientNotAccepted,
                    StatusCode: SmtpStatusCode.MailboxUnavailable
                        or SmtpStatusCode.UserNotLocalTryAlternatePath
                        or SmtpStatusCode.MailboxNameNotAllowed
                };
}
