using System.Globalization;
using System.Security.Claims;

namespace StaffDashboard.Web.Live;

/// <summary>
/// A browser asks now and then for a fragment that it shows, and says the fingerprint of what it shows. The first time
/// it is told whether that is right; a change may be on its way. Only when both still say what they said a moment
/// ago is it an inconsistency: then the browser draws the fragment anew, and says whether that helped.
/// </summary>
static class ShownCheck
{
    internal const string Header = "X-Shown";
    const string BeforeHeader = "X-Shown-Before";
    const string AfterHeader = "X-Shown-After";

    /// <summary>True when this was the question; then there is nothing to draw.</summary>
    internal static bool Answer(HttpContext context, Fragment fragment)
    {
        var shown = context.Request.Headers[Header].ToString();
        if (shown.Length is 0 or > 64)
        {
            return false;
        }
        var isSame = shown == ShownText.HashOf(fragment.Html);
        var isSecondLook = context.Request.Headers[BeforeHeader] == fragment.Tag;
        if (isSame == context.Request.Headers.ContainsKey(AfterHeader) && (isSame || isSecondLook))
        {
            Tell(context, shown, fragment, isHealed: isSame);
        }
        context.Response.Headers[Header] = isSame ? "same" : "differs";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    static void Tell(HttpContext context, string shown, Fragment fragment, bool isHealed)
    {
        var services = context.RequestServices;
        var id = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (
            !Guid.TryParse(id, CultureInfo.InvariantCulture, out var person)
            || !services.GetRequiredService<ClientCheckRateLimiter>().Take((person, isHealed))
        )
        {
            return;
        }
        services
            .GetRequiredService<Findings>()
            .Tell(
                new(
                    "browser",
                    $"{context.Request.Path} {context.Request.Query["part"]}",
                    ("in the browser", Short(shown)),
                    ("rendered", ShownText.HashOf(fragment.Html)),
                    null,
                    person
                )
                {
                    IsHealed = isHealed,
                }
            );
    }

    static string Short(string text) => string.Concat(text.Take(24).Where(char.IsAsciiHexDigit));
}
