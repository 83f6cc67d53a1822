using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>One import from its check to its end, live. It is checked again, saved, cancelled and undone here.</summary>
public class ImportDetailsPage(ImportContext context, UndoRequest undo) : ImportPage(context)
{
    public Import Import { get; private set; } = null!;
    public Fragment Progress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? part)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (part is null && Import.State is ImportState.Mapping)
            return Redirect(Pages.Links.Columns(id));
        return await ShowAsync(part);
    }

    public Task<IActionResult> OnPostCheckAsync(Guid id) =>
        DoAsync(id, import => import.Check(Context.Viewer.Id!.Value));

    public Task<IActionResult> OnPostSaveAsync(Guid id, bool leaveRejectedOut) =>
        DoAsync(id, import => import.Save(Context.Viewer.Id!.Value, leaveRejectedOut));

    public async Task<IActionResult> OnPostCancelAsync(Guid id)
    {
        var answer = await DoAsync(
            id,
            import =>
            {
                import.Cancel(Context.Clock);
                return true;
            }
        );
        if (Import is { State: ImportState.Cancelled })
            await Office.ForgetLinesAsync(id, keepRejected: false, Stop);
        return answer;
    }

    /// <summary>What it added is archived; whatever else it changed is put back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!Import.MayUndo(Context.Viewer.Id))
            return StatusCode(StatusCodes.Status409Conflict);
        var (toast, _) = await undo.RunAsync(
            id.ToString(),
            Stop,
            async () =>
            {
                if (await LoadAsync(id))
                    Import.Undo();
            }
        );
        toast.Keep(TempData);
        return Redirect(Pages.Links.One(id));
    }

    async Task<IActionResult> DoAsync(Guid id, Func<Import, bool> command)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (command(Import))
            return await StartAsync(id);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(null, isRefused: true);
    }

    async Task<bool> LoadAsync(Guid id)
    {
        var found = await FindAsync(id);
        Import = found!;
        return found is not null;
    }

    async Task<IActionResult> ShowAsync(string? part, bool isRefused = false)
    {
        var token = Context.Antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        var preview = await Preview.OfAsync(Office, Import, Stop);
        Progress = Fragment.Of(
            await Context.Fragments.RenderAsync<ImportProgress>(
                new
                {
                    Import,
                    Pages,
                    Preview = preview,
                    Token = token,
                    IsRefused = isRefused,
                    MayUndo = Import.MayUndo(Context.Viewer.Id),
                }
            )
        );
        return part == "progress"
            ? new FragmentResult(Progress)
            : Show(Import.FileName, ("Import", Pages.Links.List), (Import.FileName, null));
    }
}
