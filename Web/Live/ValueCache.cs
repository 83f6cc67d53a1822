using System.Text.Json;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Values that every page asks for, kept like fragments: read once for all who may see the same, and again when one of
/// their topics changes. Each who asks gets a copy.
/// </summary>
public sealed class ValueCache(FragmentCache fragments)
{
    public async Task<T> GetAsync<T>(
        string key,
        string audience,
        string[] topics,
        Func<CancellationToken, Task<T>> read,
        CancellationToken stop = default
    )
    {
        var kept = await fragments.GetAsync(
            key,
            audience,
            topics,
            async limit => JsonSerializer.Serialize(await read(limit)),
            stop
        );
        return JsonSerializer.Deserialize<T>(kept.Html)!;
    }
}
