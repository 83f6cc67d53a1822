using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

/// <summary>The open sockets of this node. SignalR alone would go on telling a person who has signed out.</summary>
public sealed class LiveConnections(LiveClients clients, TimeProvider time)
{
    public const string SessionClaim = "session";

    // A word that is followed at once by an abort does not arrive.
    static readonly TimeSpan LastWord = TimeSpan.FromMilliseconds(100);

    readonly ConcurrentDictionary<string, LiveConnection> _open = [];

    public IReadOnlyCollection<LiveConnection> All => [.. _open.Values];

    internal int Count => _open.Count;

    internal Task CloseAsync(Func<LiveConnection, bool> which, string reason) =>
        Task.WhenAll(All.Where(which).Select(connection => CloseAsync(connection, reason)));

    internal LiveConnection Add(HubCallerContext context) =>
        _open[context.ConnectionId] = new(
            context.ConnectionId,
            HubViewer.Of(context.User!),
            context.User!.FindFirstValue(SessionClaim),
            context.Abort
        )
        {
            Transport = $"{context.Features.Get<IHttpTransportFeature>()?.TransportType}",
        };

    internal void Shows(string connectionId, IReadOnlyList<string> places)
    {
        if (_open.TryGetValue(connectionId, out var connection))
        {
            connection.Places = places;
        }
    }

    internal void Remove(string connectionId) => _open.TryRemove(connectionId, out _);

    async Task CloseAsync(LiveConnection connection, string reason)
    {
        var word = Task.Delay(LastWord, time);
        await Task.WhenAny(clients.SayGoodbyeAsync(connection.Id, reason), word);
        await word;
        connection.Abort();
    }
}
