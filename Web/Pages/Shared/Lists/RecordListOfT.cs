using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Search;

namespace StaffDashboard.Web.Pages.Shared.Lists;

public sealed record RecordList<T>(
    RecordType<T> Type,
    IReadOnlyList<ListSort<T>> SortedBy,
    IReadOnlyList<ListFilter<T>> FilteredBy
) : RecordList
    where T : class, IListed, new()
{
    public override IReadOnlyList<ListSort> Sorts => SortedBy;
    public override IReadOnlyList<ListFilter> Filters => FilteredBy;

    public override async Task<ListPage> PageAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var search = await SearchAsync(connection, query, today, stop);
        var rows = await RowsAsync(office, query, search, today, stop);
        // Whatever stood beyond that place has gone in the meantime: begin anew rather than show nothing.
        if (rows.Count == 0 && query.Position is not null)
            rows = await RowsAsync(
                office,
                query = query with { Position = null },
                search,
                today,
                stop
            );
        var counts = await ListCountsQuery.ReadAsync(
            office,
            FilteredBy,
            query,
            counted => Matching(office, counted, search, today),
            stop
        );
        return Page(query, rows, counts);
    }

    public override async Task<IReadOnlyList<IListed>> FirstAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        int most,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var found = await FoundAsync(office, connection, query, today, stop);
        return await Type.Including(InOrder(found, query))
            .AsNoTracking()
            .Take(most)
            .ToListAsync(stop);
    }

    public override async Task<IReadOnlyList<Guid>> IdsAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var found = await FoundAsync(office, connection, query, today, stop);
        return await InOrder(found, query).Select(record => record.Id).ToListAsync(stop);
    }

    public override async Task<IReadOnlyList<IListed>> FindAsync(
        Office office,
        string text,
        int most,
        CancellationToken stop
    ) => await Type.FindAsync(office, text, most, stop);

    public override async Task<IReadOnlyList<IListed>> ReadAsync(
        Office office,
        Guid[] ids,
        CancellationToken stop
    )
    {
        var found = await office
            .Set<T>()
            .AsNoTracking()
            .Where(record => ids.Contains(record.Id))
            .ToListAsync(stop);
        return [.. ids.Join(found, id => id, record => record.Id, (_, record) => record)];
    }

    public override async Task<int> CountAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        int most,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var found = await FoundAsync(office, connection, query, today, stop);
        return await found.Take(most).CountAsync(stop);
    }

    async Task<IQueryable<T>> FoundAsync(
        Office office,
        OpenConnection connection,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    ) => Matching(office, query, await SearchAsync(connection, query, today, stop), today);

    async Task<IReadOnlyList<Expression<Func<T, bool>>>> SearchAsync(
        OpenConnection connection,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    ) =>
        query.IsNarrow
            ? await TextSearch.PrepareAsync(
                connection,
                query.Search,
                FilteredBy
                    .Where(filter => filter.IsSelective && query.Of(filter) is not null)
                    .Select(filter => filter.Where(query.Of(filter)!, today)),
                stop
            )
            : [];

    IQueryable<T> Matching(
        Office office,
        ListQuery query,
        IReadOnlyList<Expression<Func<T, bool>>> search,
        DateOnly today
    )
    {
        var records = query.Archived
            ? office.Set<T>().Where(e => e.ArchivedAt != null)
            : office.Set<T>().Where(e => e.ArchivedAt == null);
        foreach (var filter in FilteredBy)
            if (query.Of(filter) is { } value)
                records = records.Where(filter.Where(value, today));
        return records.WhereAll(search);
    }

    static IQueryable<T> InOrder(IQueryable<T> records, ListQuery query)
    {
        var sort = (ListSort<T>)query.Sort;
        // A page before a place is read backwards from there, and turned round afterwards.
        var descending = query.Descending != (query.Position?.Before ?? false);
        if (query.Position is { } position)
            records = sort.Beyond(records, position, descending);
        return sort.Sort(records, descending);
    }

    Task<List<T>> RowsAsync(
        Office office,
        ListQuery query,
        IReadOnlyList<Expression<Func<T, bool>>> search,
        DateOnly today,
        CancellationToken stop
    ) =>
        Type.Including(InOrder(Matching(office, query, search, today), query))
            .AsNoTracking()
            .Take(PageSize + 1)
            .ToListAsync(stop);

    static ListPage Page(ListQuery query, List<T> rows, ListCounts counts)
    {
        var hasMore = rows.Count > PageSize;
        rows = rows[..Math.Min(rows.Count, PageSize)];
        var isBefore = query.Position?.Before ?? false;
        if (isBefore)
            rows.Reverse();
        var hasPrevious = isBefore ? hasMore : query.Position is not null;
        return new(
            query,
            rows,
            hasPrevious ? At(rows[0], before: true) : null,
            isBefore || hasMore ? At(rows[^1], before: false) : null,
            counts
        );

        ListPosition At(T row, bool before) => new(before, row.Id, query.Sort.KeyOf(row));
    }
}
