using System.Linq.Expressions;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Search;

/// <summary>
/// Every word must be found, as a part of a word, or of a phone number however it is spaced. A word that nobody has may
/// be mistyped.
/// </summary>
public static partial class TextSearch
{
    // From here on it is quicker to walk the list in its order than to collect everything found and sort it.
    const int Common = 5000;
    const int MaxWords = 6;
    const int LongEnoughToMistype = 4;

    public static IQueryable<T> WhereAll<T>(
        this IQueryable<T> records,
        IEnumerable<Expression<Func<T, bool>>> conditions
    ) => conditions.Aggregate(records, (found, condition) => found.Where(condition));

    /// <summary>Looks how common each word is, and tells the connection how to go about it: it forgets that when it is given back.</summary>
    /// <param name="also">Other conditions of the same query that may leave only a few.</param>
    public static async Task<IReadOnlyList<Expression<Func<T, bool>>>> PrepareAsync<T>(
        OpenConnection connection,
        string text,
        IEnumerable<Expression<Func<T, bool>>> also,
        CancellationToken stop
    )
        where T : class, IListed
    {
        var office = connection.Office;
        // A plan made once for all would serve a rare word, or a rare role, by reading every row.
        // And the server's idea of "similar" is too strict for a slip in a short name.
        await office.Database.ExecuteSqlRawAsync(
            "select set_config('plan_cache_mode', 'force_custom_plan', false), set_config('pg_trgm.word_similarity_threshold', '0.5', false)",
            stop
        );
        var words = Words(text).ToArray();
        // Nothing but signs: no name has a word in it that is made of them. A phone number begins with zeros, of which
        // nothing is looked for.
        if (words.Length == 0 && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsDigit))
            return [_ => false];
        var asked = words.Select(Has<T>).Concat(also).ToArray();
        if (asked.Length == 0)
            return [];
        var counts = await CountAsync(office, asked, stop);
        if (counts.Any(count => count <= Common))
            await office.Database.ExecuteSqlRawAsync("set enable_indexscan = off", stop);
        return
        [
            .. words.Select(
                (word, place) =>
                    counts[place] == 0 && MayBeMistyped(word) ? Resembles<T>(word) : asked[place]
            ),
        ];
    }

    public static IEnumerable<string> Words(string search) =>
        BetweenDigits()
            .Replace(search.Replace("(0)", "", StringComparison.Ordinal), "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Digits().IsMatch(word) ? word.TrimStart('+', '0') : word)
            .Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            .Take(MaxWords);

    static async Task<int[]> CountAsync<T>(
        Office office,
        Expression<Func<T, bool>>[] asked,
        CancellationToken stop
    )
        where T : class, IListed
    {
        var found = await asked
            .Select(
                (condition, place) =>
                    office
                        .Set<T>()
                        .Where(condition)
                        .Take(Common + 1)
                        .GroupBy(_ => 1)
                        .Select(g => new { Place = place, Count = g.Count() })
            )
            .Aggregate((all, next) => all.Concat(next))
            .ToDictionaryAsync(count => count.Place, count => count.Count, stop);
        return [.. asked.Select((_, place) => found.GetValueOrDefault(place))];
    }

    static bool MayBeMistyped(string word) =>
        word.Length >= LongEnoughToMistype && !char.IsAsciiDigit(word[0]);

    static Expression<Func<T, bool>> Resembles<T>(string word)
        where T : IListed =>
        e => EF.Functions.TrigramsAreWordSimilar(SearchText.Of(word), e.Search);

    // Trigrams are made of letters and digits, and of one or two of them only at the start of a word: anything else would
    // read every row.
    static Expression<Func<T, bool>> Has<T>(string word)
        where T : IListed
    {
        var like = Special().Replace(word, @"\$0");
        if (!ThreeInARow().IsMatch(word) && !Digits().IsMatch(word))
            return e =>
                EF.Functions.Like(e.Search, SearchText.Of(like) + "%", @"\")
                || EF.Functions.Like(e.Search, "% " + SearchText.Of(like) + "%", @"\");
        return e => EF.Functions.Like(e.Search, "%" + SearchText.Of(like) + "%", @"\");
    }

    [GeneratedRegex(
        @"(?<=[\d+])[\s\-/().]+(?=\d)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"^\+?\d+$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\p{L}\p{N}]{3}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ThreeInARow();

    [GeneratedRegex(@"[\\%_]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Special();
}
