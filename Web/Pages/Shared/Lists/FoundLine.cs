using System.Globalization;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>Why a search found a record, where its row does not show it: the line in which the word stands.</summary>
static class FoundLine
{
    const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <param name="beside">What the row shows besides its columns.</param>
    public static string? Of(ListView view, IListed record, IReadOnlyList<Field> beside)
    {
        if (view.SearchWords.Count == 0)
            return null;
        HashSet<Field> shown =
        [
            .. view.Columns.Select(column => column.Field).OfType<Field>(),
            .. beside,
        ];
        var row = shown.SelectMany(field => Lines(field, record, view.Words)).Append(record.Name);
        var words = view.SearchWords.Where(word => !row.Any(line => Has(line, word))).ToList();
        return words.Count == 0
            ? null
            : view
                .Pages.Type.Fields.Where(field => field.MayBeSeenBy(view.Audience))
                .Where(field => !shown.Contains(field))
                .SelectMany(field => Lines(field, record, view.Words))
                .FirstOrDefault(line => words.Exists(word => Has(line, word)));
    }

    static IEnumerable<string> Lines(Field field, IRecord record, OfficeWords words) =>
        field
            .Type.ShowLines(field.Of(record), words)
            .Select(line => string.Join(" · ", line.Select(part => part.Text)));

    // A number is found however it is grouped.
    static bool Has(string line, string word) =>
        Compare.IndexOf(line, word, Loosely) >= 0
        || word.All(char.IsAsciiDigit)
            && string.Concat(line.Where(char.IsAsciiDigit))
                .Contains(word, StringComparison.Ordinal);
}
