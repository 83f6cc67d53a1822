using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>The lines that cannot go in, page by page, each with its reason.</summary>
public class ImportRejectedPage(ImportContext context) : ImportPage(context)
{
    public Import Import { get; private set; } = null!;
    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int? after)
    {
        if (await FindAsync(id) is not { } import)
            return NotFound();
        Import = import;
        var rejected = await Preview.RejectedAsync(Office, id, after ?? 0, Preview.Page + 1, Stop);
        var shown = rejected.Take(Preview.Page).ToList();
        List = Fragment.Of(
            await Context.Fragments.RenderAsync<ImportRejected>(
                new
                {
                    Import,
                    Pages.Links,
                    Rejected = shown,
                    After = after,
                    HasMore = rejected.Count > shown.Count,
                }
            )
        );
        return Show(
            "Rejected lines",
            ("Import", Pages.Links.List),
            (import.FileName, Pages.Links.One(id)),
            ("Rejected lines", null)
        );
    }
}
