using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    TimeProvider clock
) : PageModel
{
    static readonly string[] Topics = ["team", "work-roles"];

    public TeamFilter Filter { get; private set; } = new();
    public Fragment List { get; private set; } = null!;
    public Fragment Skills { get; private set; } = null!;
    public bool MayChange => viewer.IsManager;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        Filter = TeamFilter.Read(Request.Query);
        List = await ListAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
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
            Topics,
            RenderSkillsAsync,
            HttpContext.RequestAborted
        );
        return Page();
    }

    Task<Fragment> ListAsync(DateOnly today) =>
        cache.GetAsync(
            $"{TeamLinks.Of(Filter)} {today:O}",
            MayChange ? "manager" : "staff",
            Topics,
            async stop =>
            {
                var view = await TeamView.ReadAsync(office, Filter, today, MayChange, stop);
                return await fragments.RenderAsync<TeamList>(new { View = view });
            },
            HttpContext.RequestAborted
        );

    async Task<string> RenderSkillsAsync(CancellationToken stop) =>
        await fragments.RenderAsync<SkillChoices>(
            new { Skills = await office.KnownSkillsAsync(stop) }
        );
}
