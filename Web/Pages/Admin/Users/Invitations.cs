using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages.Account;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Admin.Users;

/// <summary>Writes the letter that lets a new user in, and says what became of it.</summary>
public sealed class Invitations(
    UserManager<User> users,
    Viewer viewer,
    IMail mail,
    Effect effect,
    IConfiguration settings,
    ILogger<Invitations> log
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
        // A letter that is out cannot be taken back with the user it is about.
        await effect.SettleAsync();
        try
        {
            await mail.SendAsync(
                InviteMail.To(user.Email!, OfficeName.From(settings), viewer.Name, link),
                context.RequestAborted
            );
        }
        catch (Exception failed) when (failed is SmtpException or IOException)
        {
            log.LogError(failed, "An invitation could not be sent");
            return new(
                $"The mail server refused the invitation to {user.Email}. Nothing is lost: send it again when it works.",
                Kind: "bad"
            );
        }
        return new(
            mail is OutboxFolder
                ? $"The invitation to {user.Email} lies in the outbox"
                : $"Sent an invitation to {user.Email}"
        );
    }
}
