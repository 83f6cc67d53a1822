using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>
/// All counts in one question to the database. While somebody searches, only what the search finds is counted: every
/// chip would search again.
/// </summary>
static class ListCountsQuery
{
    /// <param name="rows">What a query of this list finds.</param>
    public static async Task<ListCounts> ReadAsync<T>(
        Office office,
        IReadOnlyList<ListFilter<T>> filters,
        ListQuery query,
        Func<ListQuery, IQueryable<T>> rows,
        CancellationToken stop
    )
        where T : class, IListed
    {
        var isCounted = query.Search.Length == 0;
        var counts = new List<IQueryable<ListCount>>
        {
            Count(ListCounts.Shown, rows(query)),
            Count(ListCounts.Active, rows(query with { Archived = false })),
            Count(ListCounts.Archived, rows(query with { Archived = true })),
        };
        foreach (var filter in filters)
        {
            if (filter.Chip is { } chip && isCounted)
                counts.Add(Count(filter.Key, rows(query.With(filter, chip.Value))));
            if (filter.Choices is { } choices)
                counts.Add(
                    choices(
                        office,
                        isCounted
                            ? rows(query.With(filter, null))
                            : office.Set<T>().Where(_ => false)
                    )
                );
        }
        var found = await counts.Aggregate((all, next) => all.Concat(next)).ToListAsync(stop);
        return new(found) { IsCounted = isCounted };
    }

    static IQueryable<ListCount> Count<T>(string key, IQueryable<T> rows) =>
        rows.Take(ListCounts.Most + 1)
            .GroupBy(_ => 1)
            .Select(found => new ListCount
            {
                Key = key,
                Choice = null,
                Text = null,
                Count = found.Count(),
            });
}
