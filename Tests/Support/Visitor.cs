using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace StaffDashboard.Tests.Support;

/// <summary>A browser without script: keeps cookies, sends the antiforgery token, parses what it gets. It follows no redirects.</summary>
public sealed class Visitor(Uri address) : IDisposable
{
    const string TokenField = "__RequestVerificationToken";

    readonly CookieContainer cookies = new();
    HttpClient? http;

    public HttpClient Http =>
        http ??= new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = cookies,
                AllowAutoRedirect = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            }
        )
        {
            BaseAddress = address,
        };

    /// <summary>As a Cookie header, for clients other than this one (a socket, a real browser).</summary>
    public string CookieHeader => cookies.GetCookieHeader(address);

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public async Task SignInAsync(string email, string password)
    {
        using var answer = await PostAsync(
            "/account/sign-in",
            ("Email", email),
            ("Password", password)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async Task<IHtmlDocument> GetPageAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ParseAsync(answer);
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Posts a form with the token that a page of ours carries.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string path,
        params (string Name, string Value)[] fields
    )
    {
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        form.Add(KeyValuePair.Create(TokenField, await TokenAsync()));
        using var content = new FormUrlEncodedContent(form);
        return await Http.PostAsync(
            new Uri(path, UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>The token of the sign-in page before, of the start page after signing in.</summary>
    public async Task<string> TokenAsync()
    {
        var page = await FirstPageAsync();
        return page.QuerySelector("meta[name=antiforgery]")?.GetAttribute("content")
            ?? page.QuerySelector($"input[name={TokenField}]")?.GetAttribute("value")
            ?? throw new InvalidOperationException("The page carries no antiforgery token.");
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );

    public void Dispose() => http?.Dispose();

    async Task<IHtmlDocument> FirstPageAsync()
    {
        using var team = await GetAsync("/team");
        if (team.StatusCode == HttpStatusCode.OK)
            return await ParseAsync(team);
        using var signIn = await GetAsync("/account/sign-in");
        return await ParseAsync(signIn);
    }
}
