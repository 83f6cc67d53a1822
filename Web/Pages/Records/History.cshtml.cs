using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>What was changed of a record, and the way back.</summary>
public class HistoryModel(RecordPageContext context, RecordParts parts)
    : RecordPageModel(context, parts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public RecordView View { get; private set; } = null!;
    public Fragment Head { get; private set; } = null!;
    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? part) =>
        part is not null ? new FragmentResult(await ListAsync())
        : await ShowAsync() ? Page()
        : NotFound();

    public async Task<IActionResult> OnPostPutBackAsync(string? change)
    {
        if (
            change?.Split(':') is not [var number, var column]
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var entry)
            || Type.ByColumn(column) is not { } field
        )
            return BadRequest("change: name a line of the history and a column.");
        if (!field.MayBeEditedBy(Viewer))
            return Forbid();
        return await Type.PutBackAsync(Office, Id, entry, field, Context.Clock, Stop) switch
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
        return Redirect(Links.History(Id));
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
        if (await Type.ReadAsync(Office, Id, Stop) is not { } record)
            return false;
        View = new(Pages, record, OfficeWords.Plain, Viewer.OfSameRole());
        Head = await Parts.HeadAsync(Pages, Id, Stop);
        List = await ListAsync();
        return true;
    }

    Task<Fragment> ListAsync() => Parts.HistoryAsync(Pages, Id, Before, Stop);
}
