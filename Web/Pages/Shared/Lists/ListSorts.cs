using System.Globalization;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>What every list can be sorted by.</summary>
public static class ListSorts
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static ListSort<T> ByName<T>()
        where T : class, IListed =>
        new ListSort<T, string>(
            "name",
            "Name, A to Z",
            "Name, Z to A",
            e => e.NameKey,
            key => key,
            text => text
        );

    public static ListSort<T> ByAge<T>()
        where T : class, IListed =>
        new ListSort<T, DateTimeOffset>(
            "created",
            "Oldest entries first",
            "Newest entries first",
            e => e.CreatedAt,
            key => key.UtcTicks.ToString(Plain),
            text => new DateTimeOffset(long.Parse(text, NumberStyles.None, Plain), TimeSpan.Zero)
        )
        {
            BeginsDescending = true,
        };
}
