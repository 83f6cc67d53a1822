using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What was changed of a record, and the way back.</summary>
public abstract class RecordHistoryPage<T>(
    RecordContext context,
    RecordType<T> type,
    RecordLinks links
) : PageModel
    where T : class, IRecord
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public RecordLinks Links => links;
    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

    protected RecordContext Context => context;
    protected CancellationToken Stop => HttpContext.RequestAborted;
    bool IsHtmx => Request.Headers.ContainsKey("HX-Request");

    /// <summary>What stands around the list. False when there is no such record.</summary>
    protected abstract Task<bool> LoadAsync();

    public async Task<IActionResult> OnGetAsync(string? part) =>
        part is not null ? new FragmentResult(await ListAsync())
        : await ShowAsync() ? Page()
        : NotFound();

    public async Task<IActionResult> OnPostPutBackAsync(string? change)
    {
        if (
            change?.Split(':') is not [var number, var column]
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var entry)
            || type.ByColumn(column) is not { } field
        )
            return BadRequest("change: name a line of the history and a column.");
        if (!field.MayBeEditedBy(context.Viewer))
            return Forbid();
        return await type.PutBackAsync(context.Office, Id, entry, field, context.Clock, Stop) switch
        {
            null => NotFound(),
            { Length: > 0 } problem => await RefuseAsync(problem),
            _ => await DoneAsync(new Toast($"Put back {field.Word}.")),
        };
    }

    async Task<IActionResult> DoneAsync(Toast toast)
    {
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(await ListAsync());
        }
        toast.Keep(TempData);
        return Redirect(links.History(Id));
    }

    async Task<IActionResult> RefuseAsync(string problem)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (!IsHtmx)
        {
            Problem = problem;
            return await ShowAsync() ? Page() : NotFound();
        }
        new Toast(problem, Kind: "bad").Show(Response);
        return Content((await ListAsync()).Html, "text/html; charset=utf-8");
    }

    async Task<bool> ShowAsync()
    {
        if (!await LoadAsync())
            return false;
        List = await ListAsync();
        return true;
    }

    protected abstract Task<Fragment> ListAsync();
}
