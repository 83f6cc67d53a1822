using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Here;

namespace StaffDashboard.Web.Pages.Here;

/// <summary>Everybody who is here by name; and, as a part, the faces of those on one page.</summary>
public class IndexModel(Office office, Viewer viewer, ValueCache cache, Fragments fragments)
    : PageModel
{
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? part, string? place)
    {
        var stop = HttpContext.RequestAborted;
        if (part is null)
        {
            Colleagues = (
                await WhoIsHere.OfAsync(cache, office, viewer, Place.Somewhere, stop)
            ).Elsewhere;
            return Page();
        }
        if (place is null || !HereAccess.IsOpenTo(viewer, place))
            return NotFound();
        return new FragmentResult(
            Fragment.Of(await WhoIsHere.FacesAsync(cache, fragments, office, viewer, place, stop))
        );
    }
}
