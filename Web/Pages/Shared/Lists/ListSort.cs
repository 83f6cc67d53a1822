using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>How a list is sorted.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Ascending">In words: "Name, A to Z".</param>
public abstract record ListSort(string Key, string Ascending, string Descending)
{
    /// <summary>Numbers and dates begin with the most.</summary>
    public bool BeginsDescending { get; init; }

    public string Words(bool descending) => descending ? Descending : Ascending;

    /// <summary>Whether this can be where a page begins.</summary>
    public abstract bool IsKey(string key);

    public abstract string KeyOf(IListed record);
}

public abstract record ListSort<T>(string Key, string Ascending, string Descending)
    : ListSort(Key, Ascending, Descending)
    where T : class, IListed
{
    public abstract IQueryable<T> Sort(IQueryable<T> records, bool descending);

    public abstract IQueryable<T> Beyond(
        IQueryable<T> records,
        ListPosition position,
        bool descending
    );
}

/// <summary>By a column: an index answers both the order and where a page begins, however many rows there are.</summary>
/// <param name="Write">A key as text, of which Read makes the same key again.</param>
public sealed record ListSort<T, TKey>(
    string Key,
    string Ascending,
    string Descending,
    Expression<Func<T, TKey>> Column,
    Func<TKey, string> Write,
    Func<string, TKey> Read
) : ListSort<T>(Key, Ascending, Descending)
    where T : class, IListed
{
    readonly Func<T, TKey> keyOf = Column.Compile();

    public override bool IsKey(string key)
    {
        try
        {
            return Read(key) is not null;
        }
        catch (Exception wrong)
            when (wrong is FormatException or OverflowException or ArgumentException)
        {
            return false;
        }
    }

    public override string KeyOf(IListed record) => Write(keyOf((T)record));

    public override IQueryable<T> Sort(IQueryable<T> records, bool descending) =>
        descending
            ? records.OrderByDescending(Column).ThenByDescending(e => e.Id)
            : records.OrderBy(Column).ThenBy(e => e.Id);

    public override IQueryable<T> Beyond(
        IQueryable<T> records,
        ListPosition position,
        bool descending
    )
    {
        var (key, id) = (Read(position.Key), position.Id);
        Expression<Func<ITuple>> there = () => ValueTuple.Create(key, id);
        Expression<Func<ITuple, ITuple, bool>> beyond = descending
            ? (row, place) => EF.Functions.LessThan(row, place)
            : (row, place) => EF.Functions.GreaterThan(row, place);
        var record = Column.Parameters[0];
        var here = Expression.Convert(
            Expression.Call(
                typeof(ValueTuple),
                nameof(ValueTuple.Create),
                [typeof(TKey), typeof(Guid)],
                Column.Body,
                Expression.Property(record, nameof(IRecord.Id))
            ),
            typeof(ITuple)
        );
        var call = (MethodCallExpression)beyond.Body;
        var compared = call.Update(null, [call.Arguments[0], here, there.Body]);
        return records.Where(Expression.Lambda<Func<T, bool>>(compared, record));
    }
}
