using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

/// <summary>The open sockets of this node. SignalR alone would go on telling a person who has signed out.</summary>
public sealed class LiveConnections(LiveClients clients, SocketLimit limit, TimeProvider time)
{
    public const string SessionClaim = "session";

    // A word that is followed at once by an abort does not arrive.
    static readonly TimeSpan LastWord = TimeSpan.FromMilliseconds(100);

    readonly ConcurrentDictionary<string, LiveConnection> open = [];
    readonly ConcurrentDictionary<string, LiveConnection> byToken = [];
    readonly Dictionary<string, int> watchers = [];
    readonly Dictionary<Guid, int> ofOne = [];
    readonly Lock gate = new();

    public IReadOnlyCollection<LiveConnection> All => [.. open.Values];

    internal int Count => open.Count;

    /// <summary>How many are told when this is.</summary>
    internal int WatchersOf(Notice notice)
    {
        if (notice == Notice.Everything)
        {
            return Count;
        }
        lock (gate)
        {
            return watchers.GetValueOrDefault(notice.Topic);
        }
    }

    internal Task CloseAsync(Func<LiveConnection, bool> which, string reason) =>
        Task.WhenAll(All.Where(which).Select(connection => CloseAsync(connection, reason)));

    /// <summary>Null when this person has as many as fit.</summary>
    internal LiveConnection? Add(HubCallerContext context)
    {
        var connection = new LiveConnection(
            context.ConnectionId,
            HubViewer.Of(context.User!),
            context.User!.FindFirstValue(SessionClaim),
            context.Abort
        )
        {
            Transport = $"{context.Features.Get<IHttpTransportFeature>()?.TransportType}",
            Token = ConnectionOwner.TokenOf(context.GetHttpContext()),
        };
        lock (gate)
        {
            var (person, count) = CountOf(connection);
            if (count >= limit.OfOne)
            {
                return null;
            }
            ofOne[person] = count + 1;
            open[connection.Id] = connection;
            if (connection.Token is { } token)
            {
                byToken[token] = connection;
            }
        }
        return connection;
    }

    /// <summary>The one whose requests carry this token; null when there is none (yet).</summary>
    internal LiveConnection? Of(string token) => byToken.GetValueOrDefault(token);

    internal void Watches(string connectionId, IReadOnlyCollection<string> topics)
    {
        lock (gate)
        {
            // Gone meanwhile: nobody would take it off again.
            if (open.TryGetValue(connectionId, out var connection))
            {
                Recount(connection, topics);
            }
        }
    }

    internal void Shows(string connectionId, IReadOnlyList<string> places)
    {
        if (open.TryGetValue(connectionId, out var connection))
        {
            connection.Places = places;
        }
    }

    internal void Remove(string connectionId)
    {
        lock (gate)
        {
            if (!open.TryRemove(connectionId, out var connection))
            {
                return;
            }
            var (person, count) = CountOf(connection);
            if (count == 1)
            {
                ofOne.Remove(person);
            }
            else
            {
                ofOne[person] = count - 1;
            }
            Recount(connection, []);
            if (connection.Token is { } token)
            {
                byToken.TryRemove(token, out _);
            }
        }
    }

    (Guid Person, int Count) CountOf(LiveConnection connection)
    {
        var person = connection.Viewer.Id ?? Guid.Empty;
        return (person, ofOne.GetValueOrDefault(person));
    }

    void Recount(LiveConnection connection, IReadOnlyCollection<string> topics)
    {
        foreach (var topic in connection.Topics)
        {
            if (--watchers[topic] == 0)
            {
                watchers.Remove(topic);
            }
        }
        foreach (var topic in topics)
        {
            watchers[topic] = watchers.GetValueOrDefault(topic) + 1;
        }
        connection.Topics = topics;
    }

    Task CloseAsync(LiveConnection connection, string reason) =>
        CloseAsync(connection.Id, connection.Abort, reason);

    internal async Task CloseAsync(string connectionId, Action abort, string reason)
    {
        var word = Task.Delay(LastWord, time);
        await Task.WhenAny(clients.SayGoodbyeAsync(connectionId, reason), word);
        await word;
        abort();
    }
}
