using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>A line of many requests: its token in the hands of somebody else who is signed in.</summary>
public sealed class ConnectionOwnerTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string End = "\u001e";
    const string Handshake = $$"""{"protocol":"json","version":1}{{End}}""";
    const string Ping = $$"""{"type":1,"invocationId":"1","target":"Ping","arguments":[]}{{End}}""";

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/json")]
    public async Task A_line_works_only_for_whom_it_was_issued(string accept)
    {
        using var bea = await App.SignInAsync(UserRole.Manager);
        using var tom = await App.SignInAsync();
        var line = $"/live?id={await NegotiateAsync(bea)}";
        using var first = await ListenAsync(bea, line, accept);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bea, line, Handshake));
        await Eventually.TrueAsync(() =>
            Task.FromResult(App.Services.GetRequiredService<LiveConnections>().All.Count == 1)
        );

        using var theirs = await ListenAsync(tom, line, accept);
        Assert.Equal(HttpStatusCode.Forbidden, theirs.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await SayAsync(tom, line, Ping));
        Assert.Equal(HttpStatusCode.Forbidden, await SayAsync(tom, line + "&id=", Ping));
        using var ended = await tom.Http.DeleteAsync(new Uri(line, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, ended.StatusCode);

        Assert.Equal(HttpStatusCode.OK, await SayAsync(bea, line, Ping));
        Assert.Single(App.Services.GetRequiredService<LiveConnections>().All);
    }

    [Fact]
    public async Task Nothing_is_remembered_of_a_session_that_has_ended()
    {
        var connections = App.Services.GetRequiredService<LiveConnections>();
        using var bea = await App.SignInAsync(UserRole.Manager);
        var token = await NegotiateAsync(bea);
        using var first = await ListenAsync(bea, $"/live?id={token}", "application/json");
        await SayAsync(bea, $"/live?id={token}", Handshake);
        await Eventually.TrueAsync(() => Task.FromResult(connections.Of(token) is not null));

        using var ended = await bea.Http.DeleteAsync(
            new Uri($"/live?id={token}", UriKind.Relative),
            Stop
        );

        await Eventually.TrueAsync(() => Task.FromResult(connections.Of(token) is null));
        Assert.Empty(connections.All);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static async Task<string> NegotiateAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.PostAsync(
            new Uri("/live/negotiate?negotiateVersion=1", UriKind.Relative),
            null,
            Stop
        );
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("connectionToken").GetString()!;
    }

    static async Task<HttpResponseMessage> ListenAsync(Visitor visitor, string line, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, line);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await visitor.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            Stop
        );
    }

    static async Task<HttpStatusCode> SayAsync(Visitor visitor, string line, string message)
    {
        using var content = new StringContent(message);
        using var answer = await visitor.Http.PostAsync(
            new Uri(line, UriKind.Relative),
            content,
            Stop
        );
        return answer.StatusCode;
    }
}
