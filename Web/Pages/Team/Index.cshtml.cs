using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
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
    public bool MayChange => viewer.IsManager;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        Filter = TeamFilter.Read(Request.Query);
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
        return Page();
    }

    async Task<string> RenderSkillsAsync(CancellationToken stop) =>
        await fragments.RenderAsync<SkillChoices>(
            new { Skills = await office.KnownSkillsAsync(stop) }
        );
}
