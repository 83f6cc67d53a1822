using StaffDashboard.Data;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>The list of a kind of record: what it is filtered and sorted by, and what stands in it.</summary>
public abstract record RecordList
{
    public const int PageSize = 50;

    public required IReadOnlyList<ListColumn> Columns { get; init; }
    public abstract IReadOnlyList<ListSort> Sorts { get; }
    public abstract IReadOnlyList<ListFilter> Filters { get; }

    /// <summary>What the search looks in: "Name, phone, skill".</summary>
    public required string SearchHint { get; init; }

    /// <summary>The component of a row: its parameters are the view and the record.</summary>
    public Type Row { get; init; } = typeof(RecordRow);

    /// <summary>What else changes it, besides its own records.</summary>
    public IReadOnlyList<string> AlsoLive { get; init; } = [];

    /// <summary>What a change to many compares with.</summary>
    public Func<IRecord, string> Was { get; init; } = _ => "";

    /// <summary>One page, and what the chips say.</summary>
    public abstract Task<ListPage> PageAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    );

    /// <summary>The first of all that match, in the order of the list.</summary>
    public abstract Task<IReadOnlyList<IListed>> FirstAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        int most,
        CancellationToken stop
    );

    /// <summary>All that match, in the order of the list.</summary>
    public abstract Task<IReadOnlyList<Guid>> IdsAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        CancellationToken stop
    );

    /// <summary>What somebody most likely means by what they typed.</summary>
    public abstract Task<IReadOnlyList<IListed>> FindAsync(
        Office office,
        string text,
        int most,
        CancellationToken stop
    );

    /// <summary>In the order of the ids.</summary>
    public abstract Task<IReadOnlyList<IListed>> ReadAsync(
        Office office,
        Guid[] ids,
        CancellationToken stop
    );

    /// <summary>Not beyond what is asked for.</summary>
    public abstract Task<int> CountAsync(
        Office office,
        ListQuery query,
        DateOnly today,
        int most,
        CancellationToken stop
    );
}

/// <summary>A page of a list as the database gives it.</summary>
public sealed record ListPage(
    ListQuery Query,
    IReadOnlyList<IListed> Rows,
    ListPosition? Previous,
    ListPosition? Next,
    ListCounts Counts
);
