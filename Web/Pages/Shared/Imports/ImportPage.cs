using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>A list can change every record at once, and carries what only managers see: for Manager and Admin.</summary>
[Authorize(Policy = Policies.Manager)]
public abstract class ImportPage(ImportContext context) : PageModel
{
    /// <summary>Of the kind of record whose address this is: see RecordRoutes.</summary>
    public ImportPages Pages =>
        HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<RecordPages>().Import;

    /// <summary>The way here; the last one is this page, which has no address.</summary>
    public IReadOnlyList<(string Name, string? Address)> Crumbs { get; private set; } = [];

    protected ImportContext Context => context;
    protected Office Office => context.Office;
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Under the address of another kind there is no such import.</summary>
    protected Task<Import?> FindAsync(Guid id) =>
        Office.Imports.FirstOrDefaultAsync(
            import => import.Id == id && import.TableName == Pages.Type.Table,
            Stop
        );

    protected PageResult Show(string title, params (string Name, string? Address)[] crumbs)
    {
        (ViewData["Title"], ViewData["Room"]) = (title, Pages.Room);
        Crumbs = [(Pages.Title, Pages.Links.Records), .. crumbs];
        return Page();
    }

    /// <summary>Somebody else may have pressed another button meanwhile: that one counts.</summary>
    protected async Task<IActionResult> StartAsync(Guid id)
    {
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
        await context.Effect.SettleAsync();
        context.Bell.Ring();
        return Redirect(Pages.Links.One(id));
    }
}
