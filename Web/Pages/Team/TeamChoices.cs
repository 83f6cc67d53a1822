using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What is suggested beside the list: rendered once for everybody.</summary>
public sealed class TeamChoices(Office office, FragmentCache cache, Fragments fragments)
{
    public Task<Fragment> SkillsAsync(CancellationToken stop) =>
        cache.GetAsync(
            "team-skills",
            "everybody",
            ["team"],
            async giveUp =>
                await fragments.RenderAsync<SkillChoices>(
                    new { Skills = await office.KnownSkillsAsync(giveUp) }
                ),
            stop
        );

    public Task<Fragment> RolesAsync(CancellationToken stop) =>
        cache.GetAsync(
            "team-roles",
            "everybody",
            [WorkRole.Choices.Topic],
            async giveUp =>
                await fragments.RenderAsync<RoleChoices>(
                    new
                    {
                        Roles = await office
                            .WorkRoles.AsNoTracking()
                            .OrderBy(role => role.Name)
                            .ToListAsync(giveUp),
                    }
                ),
            stop
        );
}
