namespace StaffDashboard.Web.Live;

/// <summary>Hands what the reader found to those who show it.</summary>
public sealed class ChangeFeed(
    FragmentCache fragments,
    LiveClients clients,
    LiveConnections connections,
    LiveMeter meter,
    TimeProvider time,
    ILogger<ChangeFeed> log
)
{
    const int WatchersAMillisecond = 10;

    readonly Lock gate = new();
    readonly List<Subscription> subscriptions = [];

    /// <summary>Pattern: a topic, or all of a kind ("user:*"). Also called with Notice.Everything.</summary>
    public IDisposable On(string pattern, Action<Notice> tell)
    {
        var subscription = new Subscription(this, pattern, tell);
        lock (gate)
        {
            subscriptions.Add(subscription);
        }
        return subscription;
    }

    internal void Tell(IReadOnlyCollection<Change> changes)
    {
        foreach (var change in changes)
        {
            meter.Lag(time.GetUtcNow() - change.At);
        }
        Tell(Notice.Fold(changes));
    }

    internal void TellEverything() => Tell([Notice.Everything]);

    void Tell(List<Notice> notices)
    {
        // First: who is told asks again at once, and must not be served from memory what was true before.
        var state = fragments.Forget(notices);
        foreach (var notice in notices)
        {
            clients.Tell(notice, state, connections.WatchersOf(notice) / WatchersAMillisecond);
            TellSubscribers(notice);
        }
        meter.Told(notices.Count);
    }

    void TellSubscribers(Notice notice)
    {
        Subscription[] concerned;
        lock (gate)
        {
            concerned = [.. subscriptions.Where(each => each.Wants(notice))];
        }
        foreach (var subscription in concerned)
        {
            try
            {
                subscription.Tell(notice);
            }
            catch (Exception failed)
            {
                log.LogError(failed, "A subscriber of {Topic} failed", notice.Topic);
            }
        }
    }

    sealed class Subscription(ChangeFeed feed, string pattern, Action<Notice> tell) : IDisposable
    {
        public void Tell(Notice notice) => tell(notice);

        public bool Wants(Notice notice) =>
            notice == Notice.Everything
            || notice.Topic == pattern
            || Topic.CollectiveOf(notice.Topic) == pattern
            || notice.Topic == Topic.CollectiveOf(pattern);

        public void Dispose()
        {
            lock (feed.gate)
            {
                feed.subscriptions.Remove(this);
            }
        }
    }
}
