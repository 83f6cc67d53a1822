using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

// A thousand records, and of each what stood in the list.
[Authorize(Policy = Policies.Manager)]
[RequestFormLimits(ValueCountLimit = 2 * BulkLimits.Most + 50)]
public class BulkModel(RecordPageContext context, RecordParts parts, ListParts lists)
    : ListPageModel(context, parts, lists)
{
    public IActionResult OnGet() => Redirect(Links.List);

    public async Task<IActionResult> OnPostAsync(
        [FromForm] Guid[] ids,
        [FromForm] string? action,
        [FromForm] string? view
    )
    {
        Query = ListQuery.Read(List, new QueryCollection(QueryHelpers.ParseQuery(view)));
        if (Problem(ids, action) is { } problem)
            return await RefuseAsync(problem);
        var command = Commands.First(command => command.Name == action);
        var form = await Request.ReadFormAsync(Stop);
        try
        {
            var result = await command.RunAsync(new(Office, ids, form, Context.Clock, Stop));
            if (result.Problem is not null)
                return await RefuseAsync(result.Problem);
            var asked = ids.Distinct().Count();
            var undo = result.Changed > 0 ? UndoLinks.Of(Viewer.RequestId!) : null;
            return await AnswerAsync(
                new(BulkWords.Of(Type, result, asked), undo, BulkWords.Kind(result, asked)),
                StatusCodes.Status200OK
            );
        }
        // Deleted since it was looked for.
        catch (PostgresException gone)
            when (gone.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            await Context.Effect.BeginAgainAsync();
            return await RefuseAsync(command.Gone);
        }
    }

    IEnumerable<BulkCommand> Commands => [.. BulkArchive.Of(Type), .. Pages.BulkCommands];

    string? Problem(Guid[] ids, string? action) =>
        ids.Length == 0 ? $"Pick {(Type.IsPerson ? "somebody" : $"a {Type.Word}")} first."
        : ids.Length > BulkLimits.Most ? $"At most {BulkLimits.Most} {Type.Plural} at once."
        : Commands.All(command => command.Name != action) ? "Choose what to do with them."
        : null;

    Task<IActionResult> RefuseAsync(string problem) =>
        AnswerAsync(new(problem, Kind: "bad"), StatusCodes.Status422UnprocessableEntity);

    async Task<IActionResult> AnswerAsync(Toast toast, int status)
    {
        if (!IsHtmx)
        {
            toast.Keep(TempData);
            return Redirect(Links.Of(Query));
        }
        toast.Show(Response);
        Response.StatusCode = status;
        return Content(await Lists.RenderAsync(Pages, Query, Stop), "text/html; charset=utf-8");
    }
}
