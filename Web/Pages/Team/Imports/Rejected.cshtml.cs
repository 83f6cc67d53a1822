using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team.Imports;

public class RejectedModel(Office office, Fragments fragments) : PageModel
{
    public Import Import { get; private set; } = null!;
    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int? after)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop)
            is not { } import
        )
            return NotFound();
        Import = import;
        var rejected = await Preview.RejectedAsync(office, id, after ?? 0, Preview.Page + 1, stop);
        var shown = rejected.Take(Preview.Page).ToList();
        List = Fragment.Of(
            await fragments.RenderAsync<ImportRejected>(
                new
                {
                    Import,
                    Rejected = shown,
                    After = after,
                    HasMore = rejected.Count > shown.Count,
                }
            )
        );
        return Page();
    }
}
