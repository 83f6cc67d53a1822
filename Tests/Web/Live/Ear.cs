using System.Collections.Concurrent;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>Keeps all that a node's feed tells.</summary>
sealed class Ear : IDisposable
{
    readonly IDisposable _subscription;
    readonly ConcurrentQueue<Notice> _heard = [];

    internal Ear(LiveNode node, string pattern) =>
        _subscription = node.Get<ChangeFeed>().On(pattern, _heard.Enqueue);

    internal List<string> Heard => [.. _heard.Select(notice => notice.Topic)];

    internal Task HearsAsync(string topic) =>
        Eventually.TrueAsync(() => Task.FromResult(Heard.Contains(topic)));

    internal Task HearsAsync(int count) =>
        Eventually.TrueAsync(() => Task.FromResult(_heard.Count >= count));

    public void Dispose() => _subscription.Dispose();
}
