using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

[Authorize]
public sealed class LiveHub(
    LiveConnections connections,
    SessionWatch sessions,
    Since sinces,
    TopicRules rules,
    PushedFragments pushed,
    Node node,
    TimeProvider time,
    HubCallRateLimiter calls,
    SocketCallRateLimiter socketCalls,
    RefusalLog refusals,
    ILogger<LiveHub> log
) : Hub
{
    public const int MostTopics = 200;
    const int MostPasses = 40;
    const int MostFragments = 200;
    const string TooMany = "too-many";

    public override Task OnConnectedAsync()
    {
        Context.Items[typeof(Watching)] = new Watching(new RefusedCalls(time));
        return connections.Add(Context) is { } connection
            ? sessions.CheckAsync(connection)
            : RefuseAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Names all that this connection watches: a later call replaces an earlier one.</summary>
    public async Task<Watched> Watch(string?[]? names, string? since)
    {
        var watching = Spend(nameof(Watch));
        string[] topics = [.. (names ?? []).Select(name => name ?? "")];
        Check(watching, topics);
        // Join first, read what was missed after: the other way round loses what happens in between.
        watching.Topics = await JoinAsync(watching.Topics, [.. topics.SelectMany(Topic.NamesOf)]);
        connections.Shows(Context.ConnectionId, Place.In(topics));
        connections.Watches(Context.ConnectionId, watching.Topics);
        var missed = await sinces.MissedAsync(since, topics, Context.ConnectionAborted);
        return missed with { Node = node.Id, Version = node.Version };
    }

    /// <summary>The passes of what this browser shows: it is sent these fragments when another one has asked for them.</summary>
    public async Task Show(string?[]? passes)
    {
        var watching = Spend(nameof(Show));
        var viewer = HubViewer.Of(Context.User!);
        watching.Fragments = await JoinAsync(
            watching.Fragments,
            [
                .. (passes ?? [])
                    .Take(MostPasses)
                    .OfType<string>()
                    .SelectMany(pass => pushed.GroupsOf(pass, viewer))
                    .Distinct()
                    .Take(MostFragments),
            ]
        );
    }

    /// <summary>How far away this node is, what its clock says, and which version it is.</summary>
    public Pong Ping()
    {
        Spend(nameof(Ping));
        return new(time.GetUtcNow().ToUnixTimeMilliseconds(), node.Id, node.Version);
    }

    // The browser asks by the clock instead, and comes again later.
    Task RefuseAsync()
    {
        var viewer = HubViewer.Of(Context.User!);
        if (refusals.IsFirst($"{viewer.Id}"))
        {
            log.LogWarning(
                "Refused a socket of {UserId} ({Role}), who has as many open as one may",
                viewer.Id,
                viewer.Role
            );
        }
        return connections.CloseAsync(Context.ConnectionId, Context.Abort, TooMany);
    }

    async Task<HashSet<string>> JoinAsync(HashSet<string> joined, HashSet<string> wanted)
    {
        var (me, gone) = (Context.ConnectionId, Context.ConnectionAborted);
        foreach (var name in wanted.Except(joined))
        {
            await Groups.AddToGroupAsync(me, name, gone);
        }
        foreach (var name in joined.Except(wanted))
        {
            await Groups.RemoveFromGroupAsync(me, name, gone);
        }
        return wanted;
    }

    Watching Spend(string call)
    {
        var watching = (Watching)Context.Items[typeof(Watching)]!;
        return
            socketCalls.Take(Context.ConnectionId)
            && calls.Take(HubViewer.Of(Context.User!).Id ?? Guid.Empty)
            ? watching
            : throw Refuse(watching, $"{call} was called too often.");
    }

    void Check(Watching watching, string[] topics)
    {
        if (topics.Length > MostTopics)
        {
            throw Refuse(watching, $"At most {MostTopics} topics can be watched.");
        }
        var viewer = HubViewer.Of(Context.User!);
        if (Array.Find(topics, topic => !rules.MayWatch(viewer, topic)) is { } refused)
        {
            var name = refused[..Math.Min(refused.Length, Topic.MaxLength)];
            throw Refuse(watching, $"403: {name} cannot be watched.");
        }
    }

    HubException Refuse(Watching watching, string why)
    {
        var viewer = HubViewer.Of(Context.User!);
        if (watching.Refused.Count() && refusals.HasRoomFor($"{viewer.Id}"))
        {
            log.LogWarning(
                "Refused a call of {UserId} ({Role}): {Why}",
                viewer.Id,
                viewer.Role,
                why
            );
        }
        if (watching.Refused.IsTooOften)
        {
            Context.Abort();
        }
        return new HubException(why);
    }

    sealed class Watching(RefusedCalls refused)
    {
        public RefusedCalls Refused => refused;
        public HashSet<string> Topics { get; set; } = [];
        public HashSet<string> Fragments { get; set; } = [];
    }
}

public sealed record Pong(long At, string Node, string Version);
