using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

/// <summary>The words that are said over the socket.</summary>
public sealed class LiveClients(IHubContext<LiveHub> hub, Node node, ILogger<LiveClients> log)
{
    public void Tell(Notice notice)
    {
        var told = new Changed([notice.Topic], notice.By, notice.Origin, node.Id);
        var audience =
            notice == Notice.Everything ? hub.Clients.All : hub.Clients.Group(notice.Topic);
        // Not awaited: one browser that has stopped reading would hold up the whole office. SignalR drops it soon.
        _ = SendAsync(audience, "changed", told);
    }

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

public sealed record Changed(string[] Topics, string? By, string? Origin, string Node);

public sealed record Goodbye(string Reason);
