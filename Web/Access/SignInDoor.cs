using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Web.Access;

/// <summary>Either let in, or not, or told to wait before trying again.</summary>
public sealed record Knock(bool IsLetIn, TimeSpan Wait);

/// <summary>Where one comes in: counts the attempt, checks the password, opens the session.</summary>
public sealed class SignInDoor(
    PasswordCheck passwords,
    PasswordRateLimiter turns,
    SlowDown slowDown,
    KnownBrowser browsers,
    IAuthenticationSchemeProvider schemes,
    AccessMeter meter,
    ILogger<SignInDoor> log
)
{
    const int FreeForAPerson = 5;

    // Strangers cannot use them up, who do not know the password.
    const int FreeRightOnes = 30;

    // A whole office may sit behind one address.
    const int FreeForAnAddress = 20;

    public async Task<Knock> TryAsync(HttpContext context, string email, string password)
    {
        var stop = context.RequestAborted;
        var known = browsers.Find(context, email);
        Counted own = known is null
            ? new("account", Account(email), FreeForAPerson)
            : new("browser", known, FreeForAPerson);
        Counted[] under = known is null ? [own, Address(context)] : [own];
        var wait = await slowDown.TakeAsync(under, stop);
        if (wait > TimeSpan.Zero)
            return Refuse(wait);
        using var turn = await turns.TakeAsync(new(Account(email), known is not null), stop);
        if (!turn.IsAcquired)
        {
            await slowDown.ForgiveAsync(under, [], stop);
            return Refuse(PasswordRateLimiter.Pause);
        }
        if (await passwords.FindAsync(email, password, stop) is not { } user)
        {
            // Those who have to wait are not logged one by one: a stranger must not fill the disk.
            log.LogWarning(
                "Refused a sign-in as {Account} from {Network}",
                Masked(email),
                NetworkWords(context.Connection.RemoteIpAddress)
            );
            return Refuse(TimeSpan.Zero);
        }
        // Not forgiven while it waits: whoever goes on is counted by their own key like somebody who guesses.
        var pause = await slowDown.TakeAsync([RightOnes(email)], stop);
        if (pause > TimeSpan.Zero)
            return Refuse(pause);
        await slowDown.ForgiveAsync(under, [own], stop);
        await LetInAsync(context, user);
        return new(true, TimeSpan.Zero);
    }

    public async Task LetInAsync(HttpContext context, User user)
    {
        var who = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        browsers.Remember(context, user.Email!);
        // Whoever was signed in here before leaves: a session never passes from one person to the next.
        if (context.User.Identity is { IsAuthenticated: true })
            await context.SignOutAsync();
        var cookie = await AnewAsync(context);
        await cookie.SignInAsync(
            new ClaimsPrincipal(who),
            new AuthenticationProperties { IsPersistent = true }
        );
    }

    static string Account(string email) => CleanText.Of(email).ToUpperInvariant();

    static Counted RightOnes(string email) =>
        new("right", Account(email), FreeRightOnes) { Longest = TimeSpan.FromSeconds(5) };

    Knock Refuse(TimeSpan wait)
    {
        meter.Refused();
        return new(false, wait);
    }

    /// <summary>Enough to know whom it concerns: "b…@office.example". People type passwords here, too.</summary>
    static string Masked(string email) =>
        MailAddress.TryCreate(CleanText.Of(email), out var address)
        && address.Host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
        && char.IsLetterOrDigit(address.User[0])
            ? $"{address.User[0]}…@{address.Host}"
            : "no e-mail address";

    /// <summary>The request's own handler would go on with the session that the request came with, ended or not.</summary>
    async Task<CookieAuthenticationHandler> AnewAsync(HttpContext context)
    {
        var scheme = await schemes.GetSchemeAsync(
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        var handler = context.RequestServices.GetRequiredService<CookieAuthenticationHandler>();
        await handler.InitializeAsync(scheme!, context);
        return handler;
    }

    public static Counted Address(
        HttpContext context,
        string kind = "address",
        int free = FreeForAnAddress
    ) => new(kind, Network(context.Connection.RemoteIpAddress), free);

    /// <summary>The network alone, as it is logged.</summary>
    static string NetworkWords(IPAddress? address)
    {
        if (address is null)
            return "an unknown address";
        var isFour =
            address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork;
        var bytes = (isFour ? address.MapToIPv4() : address).GetAddressBytes();
        var kept = isFour ? 3 : 8;
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }

    /// <summary>One customer of a provider has a whole /64: counting single addresses would count nothing.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
