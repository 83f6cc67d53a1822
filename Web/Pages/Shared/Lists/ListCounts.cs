using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>How many rows a chip would show. Read by the database, so it is a class with setters.</summary>
public sealed class ListCount
{
    /// <summary>The filter, or one of the names in <see cref="ListCounts"/>.</summary>
    public required string Key { get; init; }
    public Guid? Choice { get; init; }
    public string? Text { get; init; }
    public int Count { get; init; }
}

/// <summary>What the chips say. Never counted beyond a thousand: a million rows must not be slower.</summary>
public sealed record ListCounts(IReadOnlyList<ListCount> All)
{
    public const string Shown = "(shown)";
    public const string Active = "(active)";
    public const string Archived = "(archived)";
    public const int Most = 1000;
    public const int NotCounted = -1;

    /// <summary>While somebody searches, only what is found is counted.</summary>
    public bool IsCounted { get; init; } = true;

    public int Of(string key) =>
        All.FirstOrDefault(count => count.Key == key && count.Choice is null)?.Count
        ?? (IsCounted || key is Shown or Active or Archived ? 0 : NotCounted);

    public IEnumerable<ListCount> ChoicesOf(ListFilter filter) =>
        All.Where(count => count.Key == filter.Key && count.Choice is not null)
            .OrderBy(count => count.Text, StringComparer.OrdinalIgnoreCase);

    public static string Words(int count) =>
        count > Most ? CountText.Number(Most) + "+" : CountText.Number(count);
}
