using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

public class IndexModel(
    Office office,
    Viewer viewer,
    TeamParts parts,
    FragmentCache cache,
    Fragments fragments
) : PageModel
{
    public TeamFilter Filter { get; private set; } = new();
    public Fragment List { get; private set; } = null!;
    public Fragment Skills { get; private set; } = null!;
    public Fragment? Roles { get; private set; }
    public bool MayChange => viewer.IsManager;

    static readonly string[] RoleTopics = ["work-roles"];

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        Filter = TeamFilter.Read(Request.Query);
        if (part == "matches")
            return await MatchesAsync();
        List = await parts.ListAsync(Filter, MayChange, HttpContext.RequestAborted);
        if (part == "list")
            return new FragmentResult(List);
        // Without the tag: the link or form that asks is not what it belongs to.
        if (Request.Headers["HX-Target"] == "section#team-list")
        {
            Response.Headers["HX-Push-Url"] = TeamLinks.Of(Filter);
            return Content(List.Html, "text/html; charset=utf-8");
        }
        Skills = await cache.GetAsync(
            "team-skills",
            "everybody",
            TeamParts.Topics,
            RenderSkillsAsync,
            HttpContext.RequestAborted
        );
        if (MayChange)
            Roles = await cache.GetAsync(
                "team-roles",
                "everybody",
                RoleTopics,
                RenderRolesAsync,
                HttpContext.RequestAborted
            );
        return Page();
    }

    async Task<string> RenderRolesAsync(CancellationToken stop) =>
        await fragments.RenderAsync<RoleChoices>(
            new
            {
                Roles = await office
                    .WorkRoles.AsNoTracking()
                    .OrderBy(role => role.Name)
                    .ToListAsync(stop),
            }
        );

    /// <summary>Everybody whom the filter matches, for "Select all 64": with what stands in the list of each. Of more than fit, the first.</summary>
    async Task<IActionResult> MatchesAsync()
    {
        if (!MayChange)
            return Forbid();
        await using var connection = await office.HoldConnectionAsync(HttpContext.RequestAborted);
        var search = Filter.IsNarrow
            ? await PeopleSearch.PrepareAsync(
                connection,
                Filter.Search,
                Filter.Skill,
                HttpContext.RequestAborted
            )
            : PeopleSearch.Nothing;
        var matching = office.Employees.Matching(Filter, search, parts.Today);
        var people = await matching
            .InOrder(Filter with { Position = null })
            .Take(BulkFormValidator.Most + 1)
            .Select(TeamPerson.Of)
            .ToListAsync(HttpContext.RequestAborted);
        if (people.Count > BulkFormValidator.Most)
        {
            var total = await matching.CountAsync(HttpContext.RequestAborted);
            Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        }
        return new JsonResult(
            people.Take(BulkFormValidator.Most).Select(person => new { person.Id, person.Was })
        );
    }

    async Task<string> RenderSkillsAsync(CancellationToken stop) =>
        await fragments.RenderAsync<SkillChoices>(
            new { Skills = await office.KnownSkillsAsync(stop) }
        );
}
