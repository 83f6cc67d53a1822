using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;

namespace StaffDashboard.Web.Access;

/// <summary>
/// The cookie holds only a key; who that is, and with which role, is read from the database at every request,
/// so that a copied cookie dies at sign-out and a changed role holds at once.
/// </summary>
public sealed class SessionTickets(SessionKeys sessions, IHttpContextAccessor http) : ITicketStore
{
    public const string SessionClaim = "session";

    /// <summary>When the password was last typed to open this session.</summary>
    public const string OpenedClaim = "opened";

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var request = http.HttpContext!;
        return sessions.OpenAsync(
            Guid.Parse(
                ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!,
                CultureInfo.InvariantCulture
            ),
            request.Request.Headers.UserAgent.ToString(),
            request.Connection.RemoteIpAddress?.ToString() ?? "",
            request.RequestAborted
        );
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            return await sessions.FindAsync(key) is { } found ? Ticket(found) : null;
        }
        // The page that says that the database is lost is shown to nobody in particular.
        catch (Exception lost) when (IsError && DatabaseFailure.IsUnavailable(lost))
        {
            return null;
        }
    }

    /// <summary>Nothing to do: finding a session already keeps it alive.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task RemoveAsync(string key) => sessions.EndAsync(key);

    bool IsError => http.HttpContext?.Features.Get<IExceptionHandlerFeature>() is not null;

    static AuthenticationTicket Ticket(SignedIn signedIn) =>
        new(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, signedIn.UserId.ToString()),
                        new(ClaimTypes.Name, signedIn.Name),
                        new(ClaimTypes.Email, signedIn.Email),
                        new(ClaimTypes.Role, signedIn.Role.ToString()),
                        new(SessionClaim, signedIn.SessionId.ToString()),
                        new(
                            OpenedClaim,
                            signedIn.OpenedAt.ToString("O", CultureInfo.InvariantCulture)
                        ),
                    ],
                    CookieAuthenticationDefaults.AuthenticationScheme
                )
            ),
            new AuthenticationProperties { ExpiresUtc = signedIn.ExpiresAt },
            CookieAuthenticationDefaults.AuthenticationScheme
        );
}
