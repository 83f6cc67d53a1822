using System.Net;

namespace StaffDashboard.Bench.Support;

/// <summary>A browser of somebody who has signed in: its cookie, its antiforgery token, its connections.</summary>
sealed class SignedIn : IDisposable
{
    // One stands for hundreds of browsers at times. Each connection is an open file, and a process that has none left dies.
    const int MostConnections = 250;

    SignedIn(HttpClient http, string cookie, string token) =>
        (Http, Cookie, Token) = (http, cookie, token);

    internal HttpClient Http { get; }
    internal string Cookie { get; }
    internal string Token { get; }

    internal static Task<SignedIn> AsAdminAsync(Uri address) => AsAsync(address, Ground.Email);

    /// <param name="from">Where they come from, for the door lets in only so many of one address.</param>
    internal static async Task<SignedIn> AsAsync(Uri address, string email, string? from = null)
    {
        var cookies = new CookieContainer();
        using var browser = Client(
            address,
            new() { CookieContainer = cookies, AllowAutoRedirect = false }
        );
        if (from is not null)
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        var form = Form.Read(
            await browser.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative))
        );
        form["Email"] = email;
        form["Password"] = Ground.Password;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await browser.PostAsync(
            new Uri("/account/sign-in", UriKind.Relative),
            content
        );
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException(
                $"Signing in was answered with {answer.StatusCode}."
            );
        var token = Form.TokenOf(await browser.GetStringAsync(new Uri("/team", UriKind.Relative)));
        var http = Client(
            address,
            new()
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = MostConnections,
            }
        );
        http.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(address));
        return new SignedIn(http, cookies.GetCookieHeader(address), token);
    }

    public void Dispose() => Http.Dispose();

    static HttpClient Client(Uri address, SocketsHttpHandler handler) =>
        new(handler) { BaseAddress = address };
}
