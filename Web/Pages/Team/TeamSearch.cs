using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>
/// Every word must be found: in the name, in a skill, or as a part of the phone however it is spaced.
/// A longer word may be mistyped.
/// </summary>
public static partial class TeamSearch
{
    const int MaxWords = 6;
    const int LongEnoughToMistype = 4;

    public static IQueryable<Employee> Matching(this IQueryable<Employee> people, string search) =>
        Words(search).Aggregate(people, (found, word) => found.Where(Has(word)));

    public static IEnumerable<string> Words(string search) =>
        BetweenDigits()
            .Replace(search.Replace("(0)", "", StringComparison.Ordinal), "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Phone().IsMatch(word) ? word.TrimStart('+', '0') : word)
            .Where(word => word.Length > 0)
            .Take(MaxWords);

    // Trigrams of one or two letters exist only at the start of a word: anything else would read every row.
    static Expression<Func<Employee, bool>> Has(string word)
    {
        var like = Escape().Replace(word, @"\$0");
        if (char.IsAsciiDigit(word[0]))
            return e => EF.Functions.Like(e.Search, "%" + SearchText.Of(like) + "%", @"\");
        if (word.Length < 3)
            return e =>
                EF.Functions.Like(e.Search, SearchText.Of(like) + "%", @"\")
                || EF.Functions.Like(e.Search, "% " + SearchText.Of(like) + "%", @"\");
        if (word.Length < LongEnoughToMistype)
            return e => EF.Functions.Like(e.Search, "%" + SearchText.Of(like) + "%", @"\");
        return e =>
            EF.Functions.Like(e.Search, "%" + SearchText.Of(like) + "%", @"\")
            || EF.Functions.TrigramsAreWordSimilar(SearchText.Of(word), e.Search);
    }

    [GeneratedRegex(@"(?<=[\d+])[\s\-/().]+(?=\d)")]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"^\+?\d+$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Escape();
}
