namespace StaffDashboard.Web.Consistency;

/// <summary>
/// Two places that say something of the same. A feature joins with one line where it is registered:
/// <c>services.AddScoped&lt;IPair, HoursAndPay&gt;()</c>.
/// </summary>
public interface IPair
{
    string Name { get; }

    /// <summary>What to look at this time: a few, at random.</summary>
    Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop);

    /// <summary>
    /// Null when both say the same. Look at both in one moment: one statement, one snapshot, or a fragment that is
    /// still served after <see cref="Live.FragmentCache.HasHeardAllAsync"/>.
    /// </summary>
    Task<Difference?> LookAsync(string subject, CancellationToken stop);
}

/// <summary>What each says. No more of a person than it takes: these lines outlive them.</summary>
/// <param name="Topic">Told when it is written down: the sections that show it ask again.</param>
public sealed record Difference(
    (string Name, string Value) One,
    (string Name, string Value) Other,
    string? Topic
);
