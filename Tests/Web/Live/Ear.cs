using System.Collections.Concurrent;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>Keeps all that a node's feed tells.</summary>
sealed class Ear : IDisposable
{
    readonly IDisposable subscription;
    readonly ConcurrentQueue<Notice> heard = [];

    internal Ear(LiveNode node, string pattern) =>
        subscription = node.Get<ChangeFeed>().On(pattern, heard.Enqueue);

    internal List<string> Heard => [.. heard.Select(notice => notice.Topic)];

    internal Task HearsAsync(string topic) =>
        Eventually.TrueAsync(() => Task.FromResult(Heard.Contains(topic)));

    internal Task HearsAsync(int count) =>
        Eventually.TrueAsync(() => Task.FromResult(heard.Count >= count));

    public void Dispose() => subscription.Dispose();
}
