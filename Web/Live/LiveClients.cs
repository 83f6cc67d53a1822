using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

/// <summary>The words that are said over the socket.</summary>
public sealed class LiveClients(IHubContext<LiveHub> hub, Node node, ILogger<LiveClients> log)
{
    /// <param name="state">The number of this state of memory: a pushed fragment of a lower one is older than the notice.</param>
    /// <param name="spread">Over how many milliseconds those who are told may spread their questions.</param>
    public void Tell(Notice notice, long state, int spread)
    {
        var told = new Changed([notice.Topic], notice.By, notice.Origin, node.Id)
        {
            At = notice.At == default ? null : notice.At.ToUnixTimeMilliseconds(),
            State = state,
            Spread = spread,
        };
        var audience =
            notice == Notice.Everything ? hub.Clients.All : hub.Clients.Group(notice.Topic);
        // Not awaited: one browser that has stopped reading would hold up the whole office. SignalR drops it soon.
        _ = SendAsync(audience, "changed", told);
    }

    internal void Push(string group, Fragment fragment, long state) =>
        _ = SendAsync(
            hub.Clients.Group(group),
            "fragment",
            new Pushed(fragment.Html, fragment.Tag, node.Id, state)
        );

    public Task SayGoodbyeAsync(string connectionId, string reason) =>
        SendAsync(hub.Clients.Client(connectionId), "goodbye", new Goodbye(reason));

    async Task SendAsync(IClientProxy audience, string message, object content)
    {
        try
        {
            await audience.SendAsync(message, content);
        }
        catch (Exception failed)
        {
            log.LogDebug(failed, "A message could not be sent");
        }
    }
}

public sealed record Changed(string[] Topics, string? By, string? Origin, string Node)
{
    public long? At { get; init; }
    public long State { get; init; }
    public int Spread { get; init; }
}

public sealed record Pushed(string Html, string Tag, string Node, long State);

public sealed record Goodbye(string Reason);
