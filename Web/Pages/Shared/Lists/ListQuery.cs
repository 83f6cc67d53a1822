using System.Collections.Immutable;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>What a list shows. All of it stands in the address: a view can be bookmarked and sent.</summary>
public sealed record ListQuery(RecordList List)
{
    const int MaxSearch = 100;

    public string Search { get; init; } = "";
    public ImmutableDictionary<string, string> Filters { get; init; } =
        ImmutableDictionary<string, string>.Empty;
    public bool Archived { get; init; }
    public ListSort Sort { get; init; } = List.Sorts[0];
    public bool Descending { get; init; }
    public ListPosition? Position { get; init; }

    /// <summary>Anything that leaves rows out, besides those that are archived.</summary>
    public bool IsNarrow => Search.Length > 0 || Filters.Count > 0;

    public string? Of(ListFilter filter) => Filters.GetValueOrDefault(filter.Key);

    /// <summary>Null takes the filter away.</summary>
    public ListQuery With(ListFilter filter, string? value) =>
        this with
        {
            Filters = value is null
                ? Filters.Remove(filter.Key)
                : Filters.SetItem(filter.Key, value),
        };

    public static ListQuery Read(RecordList list, IQueryCollection query)
    {
        var sorted = query["sort"].ToString();
        var sort = list.Sorts.FirstOrDefault(s =>
            s.Key.Equals(sorted.Split('-')[0], StringComparison.OrdinalIgnoreCase)
        );
        var result = new ListQuery(list)
        {
            Search = CleanText.Beginning(query["q"].ToString(), MaxSearch),
            Archived = query["archived"] == "1",
            Sort = sort ?? list.Sorts[0],
            Descending = sorted.EndsWith("-desc", StringComparison.Ordinal),
        };
        foreach (var filter in list.Filters)
            if (filter.Read(query[filter.Key].ToString()) is { } value)
                result = result.With(filter, value);
        return result with
        {
            Position =
                ListPosition.Read(query["after"], before: false, result.Sort)
                ?? ListPosition.Read(query["before"], before: true, result.Sort),
        };
    }

    /// <summary>Name and value of everything that is not as usual, in one order: equal views have equal addresses.</summary>
    public IEnumerable<KeyValuePair<string, string>> Write()
    {
        if (Search.Length > 0)
            yield return new("q", Search);
        foreach (var filter in List.Filters)
            if (Of(filter) is { } value)
                yield return new(filter.Key, value);
        if (Archived)
            yield return new("archived", "1");
        if (Sort != List.Sorts[0] || Descending)
            yield return new("sort", Sort.Key + (Descending ? "-desc" : ""));
        if (Position is { } position)
            yield return new(position.Before ? "before" : "after", position.ToString());
    }
}
