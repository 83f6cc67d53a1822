using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>The live list of the team, rendered once for all who may see the same.</summary>
public sealed class TeamParts(
    Office office,
    FragmentCache cache,
    Fragments fragments,
    TimeProvider clock
)
{
    public static readonly string[] Topics = ["team", "work-roles"];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<Fragment> ListAsync(TeamFilter filter, bool mayChange, CancellationToken stop)
    {
        var today = Today;
        return cache.GetLiveAsync(
            $"{TeamLinks.Of(filter)} {today:O}",
            mayChange ? "manager" : "staff",
            Topics,
            async giveUp =>
            {
                var view = await TeamView.ReadAsync(office, filter, today, mayChange, giveUp);
                return await fragments.RenderAsync<TeamList>(new { View = view });
            },
            stop
        );
    }
}
