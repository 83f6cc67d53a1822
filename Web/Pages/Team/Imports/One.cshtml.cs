using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Once;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Imports;

public class OneModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    IAntiforgery antiforgery,
    ImportBell bell,
    Effect effect,
    UndoRequest undo,
    TimeProvider clock
) : PageModel
{
    public Import Import { get; private set; } = null!;
    public Fragment Progress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? part)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (part is null && Import.State is ImportState.Mapping)
            return Redirect(ImportLinks.Columns(id));
        return await ShowAsync(part);
    }

    public Task<IActionResult> OnPostCheckAsync(Guid id) =>
        DoAsync(id, import => import.Check(viewer.Id!.Value));

    public Task<IActionResult> OnPostSaveAsync(Guid id, bool leaveRejectedOut) =>
        DoAsync(id, import => import.Save(viewer.Id!.Value, leaveRejectedOut));

    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        var answer = await DoAsync(
            id,
            import =>
            {
                import.Cancel(clock);
                return true;
            }
        );
        if (Import is { State: ImportState.Cancelled })
            await office.ForgetLinesAsync(id, keepRejected: false, HttpContext.RequestAborted);
        return answer;
    }

    /// <summary>Whoever it added is archived; whatever else it changed is put back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!Import.MayUndo(viewer.Id))
            return StatusCode(StatusCodes.Status409Conflict);
        var (toast, _) = await undo.RunAsync(
            id.ToString(),
            HttpContext.RequestAborted,
            async () =>
            {
                if (await LoadAsync(id))
                    Import.Undo();
            }
        );
        toast.Keep(TempData);
        return Redirect(ImportLinks.One(id));
    }

    async Task<IActionResult> DoAsync(Guid id, Func<Import, bool> command)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!command(Import))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(null, isRefused: true);
        }
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
        await effect.SettleAsync();
        bell.Ring();
        return Redirect(ImportLinks.One(id));
    }

    async Task<bool> LoadAsync(Guid id)
    {
        var found = await office.Imports.FirstOrDefaultAsync(
            i => i.Id == id,
            HttpContext.RequestAborted
        );
        Import = found!;
        return found is not null;
    }

    async Task<IActionResult> ShowAsync(string? part, bool isRefused = false)
    {
        var token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        var preview = await Preview.OfAsync(office, Import, HttpContext.RequestAborted);
        Progress = Fragment.Of(
            await fragments.RenderAsync<ImportProgress>(
                new
                {
                    Import,
                    Preview = preview,
                    Token = token,
                    IsRefused = isRefused,
                    MayUndo = Import.MayUndo(viewer.Id),
                }
            )
        );
        return part == "progress" ? new FragmentResult(Progress) : Page();
    }
}
