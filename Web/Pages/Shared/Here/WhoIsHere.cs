using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Here;

/// <summary>The colleagues who have the program open, over all nodes: every page asks, memory answers until somebody comes or leaves.</summary>
public static class WhoIsHere
{
    public const string Address = "/here";
    static readonly string[] Topics = ["presence"];

    /// <summary>The colleagues of this viewer on this page, and those who are elsewhere in the program.</summary>
    public static async Task<string> FacesAsync(
        ValueCache cache,
        Fragments fragments,
        Office office,
        Viewer viewer,
        string place,
        CancellationToken stop
    )
    {
        var (together, elsewhere) = await OfAsync(cache, office, viewer, place, stop);
        return await fragments.RenderAsync<Faces>(
            new
            {
                Place = place,
                Together = together,
                Elsewhere = elsewhere,
            }
        );
    }

    public static async Task<(List<Colleague> Together, List<Colleague> Elsewhere)> OfAsync(
        ValueCache cache,
        Office office,
        Viewer viewer,
        string place,
        CancellationToken stop
    )
    {
        var all = await cache.GetAsync("presence", "", Topics, up => ReadAsync(office, up), stop);
        var colleagues = all.Where(one => one.Id != viewer.Id)
            .ToLookup(
                one => place != Place.Somewhere && one.Places.Contains(place),
                one => new Colleague(one.Id, one.Name)
            );
        return ([.. colleagues[true]], [.. colleagues[false]]);
    }

    static Task<List<Whereabouts>> ReadAsync(Office office, CancellationToken stop) =>
        office
            .Database.SqlQuery<Whereabouts>(
                $"""
                select u.id as "Id", u.name as "Name", array_agg(distinct p.place) as "Places"
                from presence p join users u on u.id = p.user_id
                group by u.id order by u.name, u.id
                """
            )
            .ToListAsync(stop);

    sealed record Whereabouts(Guid Id, string Name, string[] Places);
}
