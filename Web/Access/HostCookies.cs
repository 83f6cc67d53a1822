using Microsoft.AspNetCore.Authentication.Cookies;

namespace StaffDashboard.Web.Access;

/// <summary>On https the cookie is named __Host-…, which a browser lets no other host or path set; on http it may not be.</summary>
sealed class HostCookies : ICookieManager
{
    readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(
        HttpContext context,
        string key,
        string? value,
        CookieOptions options
    ) => cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, Name(context, key), options);

    static string Name(HttpContext context, string key) =>
        context.Request.IsHttps ? $"__Host-{key}" : key;
}
