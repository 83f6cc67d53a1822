using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StaffDashboard.Data;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access.Passwords;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Account;

namespace StaffDashboard.Web.Access;

public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<Acting>().Viewer
            ?? CurrentViewer.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext)
        );
        services.AddSingleton<SessionKeys>().AddSingleton<SessionTickets>().AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("StaffDashboard");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<KeyRing>((keys, ring) => keys.XmlRepository = ring);
        services.AddSingleton<ISessionCheck, SocketSession>();
        AddUsers(services);
        AddCookie(services);
        services
            .AddAuthorizationBuilder()
            .AddPolicy(
                Policies.Manager,
                policy => policy.RequireRole(nameof(UserRole.Manager), nameof(UserRole.Admin))
            )
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(nameof(UserRole.Admin)))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    static void AddUsers(IServiceCollection services)
    {
        services
            .AddIdentityCore<User>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Tokens.PasswordResetTokenProvider = MailedTokens.Provider;
            })
            .AddTokenProvider<MailedTokens>(MailedTokens.Provider);
        services.RemoveAll<IPasswordValidator<User>>();
        services.AddSingleton<IPasswordValidator<User>, PasswordRules>();
        services
            .AddScoped<PasswordCheck>()
            .AddScoped<PasswordConfirmation>()
            .AddScoped<NewPassword>()
            .AddScoped<SignInDoor>()
            .AddSingleton<PasswordRateLimiter>();
        services.AddSingleton<SlowDown>().AddSingleton<KnownBrowser>().AddSingleton<AccessMeter>();
        services.AddScoped<IUserStore<User>>(provider => new UserOnlyStore<User, Office, Guid>(
            provider.GetRequiredService<Office>()
        ));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 220_000);
    }

    static void AddCookie(IServiceCollection services)
    {
        // The framework's own two would go over http, too, once https has set them.
        services.AddAntiforgery(forgery =>
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest
        );
        services.Configure<CookieTempDataProviderOptions>(kept =>
            kept.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest
        );
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services
            .AddOptions<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme
            )
            .Configure<SessionTickets>(
                (cookie, tickets) =>
                {
                    cookie.SessionStore = tickets;
                    cookie.CookieManager = new HostCookies();
                    cookie.Cookie.Name = "staffdashboard";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.Path = "/";
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    // The browser keeps it as long as it can be good for anything; the row says when it no longer is.
                    cookie.ExpireTimeSpan = SessionKeys.LongestLifetime;
                    cookie.LoginPath = AccountLinks.SignIn;
                    // What was said to one person is not shown to the next.
                    cookie.Events.OnSigningIn = signing => ForgetMessages(signing.HttpContext);
                    cookie.Events.OnSigningOut = signing => ForgetMessages(signing.HttpContext);
                    cookie.Events.OnRedirectToLogin = Refusals.SignInNeeded;
                    cookie.Events.OnRedirectToAccessDenied = Refusals.Forbidden;
                }
            );
    }

    static Task ForgetMessages(HttpContext context)
    {
        context
            .RequestServices.GetRequiredService<ITempDataDictionaryFactory>()
            .GetTempData(context)
            .Clear();
        return Task.CompletedTask;
    }
}
