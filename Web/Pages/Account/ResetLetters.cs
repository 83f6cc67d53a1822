using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

/// <summary>
/// Finds out whether an address has an account, and writes to it, after the answer has gone:
/// neither its words nor its time tell who has one.
/// </summary>
public sealed class ResetLetters(
    IServiceScopeFactory scopes,
    SlowDown slowDown,
    IConfiguration settings,
    TimeProvider clock,
    ILogger<ResetLetters> log
) : Background
{
    readonly Channel<(string Email, Uri Site)> asked = Channel.CreateBounded<(string, Uri)>(1000);

    public void Ask(string email, Uri site) => asked.Writer.TryWrite((email, site));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, site) in asked.Reader.ReadAllAsync(stoppingToken))
            try
            {
                await WriteAsync(email, site, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "A letter for a new password could not be written");
            }
    }

    async Task WriteAsync(string email, Uri site, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var normalized = email.ToUpperInvariant();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var user = await office.Users.SingleOrDefaultAsync(
            u => u.NormalizedEmail == normalized,
            stop
        );
        // Who was invited has a link already; who is disabled gets none.
        if (user is null or { IsInvited: true } or { IsDisabled: true })
            return;
        // Nobody's mailbox is filled by a stranger who asks again and again.
        var mailbox = new Counted("forgot", normalized, 3) { Longest = TimeSpan.FromHours(1) };
        if (await slowDown.TakeAsync([mailbox], stop) > TimeSpan.Zero)
            return;
        var token = await users.GeneratePasswordResetTokenAsync(user);
        var link = new Uri(site, AccountLinks.Reset(user.Id, token));
        var now = clock.GetUtcNow();
        office.Letters.Add(
            ResetMail
                .To(user.Email!, OfficeName.From(settings), user.Name, link)
                .Queued(
                    $"reset:{Guid.CreateVersion7(now)}",
                    now,
                    now + MailedTokens.LifetimeOf(MailedTokens.Reset)
                )
        );
        await office.SaveChangesAsync(stop);
    }
}
