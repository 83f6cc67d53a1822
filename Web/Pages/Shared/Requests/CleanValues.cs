using Microsoft.Extensions.Primitives;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>What arrives under names, in an address or a form, without what cannot be stored.</summary>
static class CleanValues
{
    public static bool AreClean(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.All(entry =>
            StorableText.IsStorable(entry.Key)
            && entry.Value.All(value => value is null || StorableText.IsStorable(value))
        );

    public static Dictionary<string, StringValues> Of(
        IEnumerable<KeyValuePair<string, StringValues>> values
    )
    {
        var clean = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
        {
            var key = StorableText.Of(name);
            clean[key] = StringValues.Concat(clean.GetValueOrDefault(key), Of(value));
        }
        return clean;
    }

    static StringValues Of(StringValues values) =>
        new([.. values.Select(value => value is null ? null : StorableText.Of(value))]);
}
