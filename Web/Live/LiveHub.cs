using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

[Authorize]
public sealed class LiveHub(
    LiveConnections connections,
    SessionWatch sessions,
    Since sinces,
    TopicRules rules,
    Node node,
    TimeProvider time,
    ILogger<LiveHub> log
) : Hub
{
    public const int MostTopics = 200;
    const int WatchesAtOnce = 60;
    const double WatchesASecond = 5;

    public override Task OnConnectedAsync()
    {
        Context.Items[typeof(Watching)] = new Watching(
            new Allowance(WatchesAtOnce, WatchesASecond, time)
        );
        return sessions.CheckAsync(connections.Add(Context));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>Names all that this connection watches: a later call replaces an earlier one.</summary>
    public async Task<Watched> Watch(string[] topics, string? since)
    {
        var watching = (Watching)Context.Items[typeof(Watching)]!;
        Check(topics, watching);
        var wanted = topics.SelectMany(Topic.NamesOf).ToHashSet();
        // Join first, read what was missed after: the other way round loses what happens in between.
        foreach (var name in wanted.Except(watching.Groups))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, name, Context.ConnectionAborted);
        }
        foreach (var name in watching.Groups.Except(wanted))
        {
            await Groups.RemoveFromGroupAsync(
                Context.ConnectionId,
                name,
                Context.ConnectionAborted
            );
        }
        watching.Groups = wanted;
        var missed = await sinces.MissedAsync(since, topics, Context.ConnectionAborted);
        return missed with { Node = node.Id };
    }

    void Check(string[] topics, Watching watching)
    {
        if (!watching.Allowance.Take())
        {
            throw new HubException("Watch was called too often.");
        }
        if (topics.Length > MostTopics)
        {
            throw new HubException($"At most {MostTopics} topics can be watched.");
        }
        var viewer = HubViewer.Of(Context.User!);
        if (Array.Find(topics, topic => !rules.MayWatch(viewer, topic)) is { } refused)
        {
            // It goes into the log, where a line break would begin a line of their own making.
            var name = string.Concat(
                refused.Take(Topic.MaxLength).Select(c => char.IsControl(c) ? ' ' : c)
            );
            log.LogWarning("{UserId} was refused to watch {Topic}", viewer.Id, name);
            throw new HubException($"403: {name} cannot be watched.");
        }
    }

    sealed class Watching(Allowance allowance)
    {
        public Allowance Allowance => allowance;
        public HashSet<string> Groups { get; set; } = [];
    }
}
