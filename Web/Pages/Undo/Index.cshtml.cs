using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Undo;

/// <summary>Takes back what one's own request did, of whatever kind.</summary>
public class IndexModel(UndoRequest undo) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(Guid requestId)
    {
        var (toast, type) = await undo.RunAsync(requestId.ToString(), HttpContext.RequestAborted);
        if (!Request.IsHtmx())
        {
            toast.Keep(TempData);
            return Redirect(type is null ? "/" : RecordRegistry.Of(type.Table)!.Links.List);
        }
        toast.Show(Response);
        return new NoContentResult();
    }
}
