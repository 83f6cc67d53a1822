using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages.Account;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Users;

/// <summary>Writes the letter that lets a new user in, and says what becomes of it.</summary>
public sealed class Invitations(
    Office office,
    UserManager<User> users,
    Viewer viewer,
    IMail mail,
    IConfiguration settings,
    TimeProvider clock
)
{
    public async Task<Toast> SendAsync(User user, HttpContext context)
    {
        var token = await users.GenerateUserTokenAsync(
            user,
            MailedTokens.Provider,
            MailedTokens.Invitation
        );
        var link = new Uri(MailedLinks.BaseOf(context), AccountLinks.Invitation(user.Id, token));
        var now = clock.GetUtcNow();
        var letter = InviteMail
            .To(user.Email!, OfficeName.From(settings), viewer.Name, link)
            .Queued(
                $"invitation:{user.Id}:{user.ConcurrencyStamp}",
                now,
                now + MailedTokens.LifetimeOf(MailedTokens.Invitation)
            );
        office.Letters.Add(letter);
        await office.SaveChangesAsync(context.RequestAborted);
        // Without a mail server its link is passed on by hand.
        return mail is OutboxFolder
            ? new(
                $"The invitation to {user.Email} is in the outbox",
                Where: AdminLinks.Letter(letter.Id)
            )
            : new($"The invitation to {user.Email} is on its way");
    }
}
