using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>How the list is sorted, and how a place in it is written: an index answers both, however many people there are.</summary>
public abstract class TeamOrder
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    static readonly TeamOrder Name = new Order<string>(
        e => e.NameKey,
        p => p.NameKey,
        key => key,
        text => text
    );

    static readonly TeamOrder Worked = new Order<DateOnly>(
        e => e.WorkedKey,
        p => p.LastWorkedOn ?? DateOnly.MinValue,
        key => key.ToString("yyyy-MM-dd", Plain),
        text => DateOnly.ParseExact(text, "yyyy-MM-dd", Plain)
    );

    static readonly TeamOrder Hours = new Order<decimal>(
        e => e.OpeningHours,
        p => p.Hours,
        key => key.ToString(Plain),
        text => decimal.Parse(text, NumberStyles.Number, Plain)
    );

    static readonly TeamOrder Created = new Order<DateTimeOffset>(
        e => e.CreatedAt,
        p => p.CreatedAt,
        key => key.UtcTicks.ToString(Plain),
        text => new DateTimeOffset(long.Parse(text, NumberStyles.None, Plain), TimeSpan.Zero)
    );

    public static TeamOrder Of(TeamSort sort) =>
        sort switch
        {
            TeamSort.Worked => Worked,
            TeamSort.Hours => Hours,
            TeamSort.Created => Created,
            _ => Name,
        };

    public abstract bool IsKey(string key);
    public abstract string KeyOf(TeamPerson person);
    public abstract IQueryable<Employee> Sort(IQueryable<Employee> people, bool descending);
    public abstract IQueryable<Employee> Beyond(
        IQueryable<Employee> people,
        TeamPosition position,
        bool descending
    );

    sealed class Order<TKey>(
        Expression<Func<Employee, TKey>> column,
        Func<TeamPerson, TKey> shown,
        Func<TKey, string> write,
        Func<string, TKey> read
    ) : TeamOrder
    {
        public override bool IsKey(string key)
        {
            try
            {
                return read(key) is not null;
            }
            catch (Exception wrong)
                when (wrong is FormatException or OverflowException or ArgumentException)
            {
                return false;
            }
        }

        public override string KeyOf(TeamPerson person) => write(shown(person));

        public override IQueryable<Employee> Sort(IQueryable<Employee> people, bool descending) =>
            descending
                ? people.OrderByDescending(column).ThenByDescending(e => e.Id)
                : people.OrderBy(column).ThenBy(e => e.Id);

        public override IQueryable<Employee> Beyond(
            IQueryable<Employee> people,
            TeamPosition position,
            bool descending
        )
        {
            var (key, id) = (read(position.Key), position.Id);
            Expression<Func<ITuple>> there = () => ValueTuple.Create(key, id);
            Expression<Func<ITuple, ITuple, bool>> beyond = descending
                ? (row, place) => EF.Functions.LessThan(row, place)
                : (row, place) => EF.Functions.GreaterThan(row, place);
            var person = column.Parameters[0];
            var here = Expression.Convert(
                Expression.Call(
                    typeof(ValueTuple),
                    nameof(ValueTuple.Create),
                    [typeof(TKey), typeof(Guid)],
                    column.Body,
                    Expression.Property(person, nameof(Employee.Id))
                ),
                typeof(ITuple)
            );
            var call = (MethodCallExpression)beyond.Body;
            var compared = call.Update(null, [call.Arguments[0], here, there.Body]);
            return people.Where(Expression.Lambda<Func<Employee, bool>>(compared, person));
        }
    }
}
