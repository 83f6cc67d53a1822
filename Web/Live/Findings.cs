using System.Threading.Channels;

namespace StaffDashboard.Web.Live;

/// <summary>Two that should say the same did not. The values are fingerprints, never what stands there.</summary>
public sealed record Finding(
    string Pair,
    string Subject,
    (string Name, string Value) One,
    (string Name, string Value) Other,
    string? Topic,
    Guid? UserId = null
)
{
    /// <summary>They say the same again.</summary>
    public bool IsHealed { get; init; }
}

/// <summary>From where something was noticed to whoever writes it down. A flood is cut off, not queued.</summary>
public sealed class Findings
{
    readonly Channel<Finding> found = Channel.CreateBounded<Finding>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Tell(Finding finding) => found.Writer.TryWrite(finding);

    public IAsyncEnumerable<Finding> AllAsync(CancellationToken stop) =>
        found.Reader.ReadAllAsync(stop);
}
