using Microsoft.Extensions.Caching.Memory;

namespace StaffDashboard.Web.Live;

/// <summary>
/// What fragments said until they were told to be outdated, for the case that they cannot be rendered anew: shown with
/// its age it is better than no page. For a while only, and never beyond an erasure.
/// </summary>
sealed class LastGood(TimeProvider time) : IDisposable
{
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    const long Limit = 32 * 1024 * 1024;

    readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Limit });

    internal void Keep(Entry entry)
    {
        if (entry.Fragment is { IsCompletedSuccessfully: true, Result: var fragment })
            kept.Set(
                entry.Key,
                new Known(fragment, time.GetUtcNow()),
                new MemoryCacheEntryOptions
                {
                    Size = fragment.Weight,
                    AbsoluteExpirationRelativeToNow = Longest,
                }
            );
    }

    internal Known? Find((string, string) key) =>
        kept.Get<Known>(key) is { } known && time.GetUtcNow() - known.Until < Longest
            ? known
            : null;

    internal void Clear() => kept.Clear();

    public void Dispose() => kept.Dispose();

    /// <param name="Until">It was true up to this moment.</param>
    internal sealed record Known(Fragment Fragment, DateTimeOffset Until);
}
