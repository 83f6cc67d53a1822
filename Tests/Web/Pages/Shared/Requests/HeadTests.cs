using System.Net;
using System.Net.Sockets;
using System.Text;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

public sealed class HeadTests(TestPostgres postgres) : OfficeTest(postgres)
{
    // Of the moment, of the body, or made anew each time.
    static readonly string[] Own =
    [
        "Date",
        "Content-Length",
        "Transfer-Encoding",
        "Set-Cookie",
        "Content-Security-Policy",
        "X-Live-Since",
    ];

    [Fact]
    public async Task HEAD_is_answered_as_GET_is()
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        await ada.TokenAsync();
        foreach (var page in await App.PagesAsync())
        {
            var address = page.Address();
            var head = await AskAsync(ada, HttpMethod.Head, address);
            Assert.Equal(await AskAsync(ada, HttpMethod.Get, address), head);
        }
    }

    [Fact]
    public async Task HEAD_of_a_stranger_leads_to_the_sign_in_as_GET_does()
    {
        using var stranger = App.Stranger();

        Assert.Equal(
            await AskAsync(stranger, HttpMethod.Get, "/team"),
            await AskAsync(stranger, HttpMethod.Head, "/team")
        );
    }

    [Theory]
    [InlineData("/admin/switches?edit=queue&Percent=x")]
    [InlineData("/admin/alerts/silences?Form.From=x")]
    [InlineData("/admin/users/new?Form.Role=x")]
    public async Task HEAD_binds_nothing_that_only_a_form_may(string address)
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        await ada.TokenAsync();

        Assert.Equal(
            await AskAsync(ada, HttpMethod.Get, address),
            await AskAsync(ada, HttpMethod.Head, address)
        );
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/no/such/page")]
    public async Task HEAD_has_no_body(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(
            App.Address.Host,
            App.Address.Port,
            TestContext.Current.CancellationToken
        );
        await using var line = client.GetStream();
        await line.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HEAD {path} HTTP/1.1\r\nHost: {App.Address.Authority}\r\nConnection: close\r\n\r\n"
            ),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(line);

        var answer = await reader
            .ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", answer, StringComparison.Ordinal);
    }

    static async Task<string> AskAsync(Visitor visitor, HttpMethod method, string address)
    {
        using var answer = await visitor.Http.SendAsync(
            new HttpRequestMessage(method, address),
            TestContext.Current.CancellationToken
        );
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => !Own.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return $"{address} {answer.StatusCode}\n{string.Join('\n', headers)}";
    }
}
