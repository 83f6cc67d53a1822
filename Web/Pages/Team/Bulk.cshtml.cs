using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Once;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team;

// A thousand people, and of each what stood in the list.
[Authorize(Policy = Policies.Manager)]
[RequestFormLimits(ValueCountLimit = 2 * BulkFormValidator.Most + 50)]
public class BulkModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    IValidator<BulkForm> rules,
    Effect effect,
    TimeProvider clock
) : PageModel
{
    public IActionResult OnGet() => Redirect(TeamLinks.List);

    public async Task<IActionResult> OnPostAsync([FromForm] BulkForm form)
    {
        var stop = HttpContext.RequestAborted;
        var checkedForm = await rules.ValidateAsync(form, stop);
        if (!checkedForm.IsValid)
            return await AnswerAsync(
                form,
                new(checkedForm.Errors[0].ErrorMessage, Kind: "bad"),
                422
            );
        if (
            form.Action == BulkAction.SetRole
            && !await office.WorkRoles.AnyAsync(role => role.Id == form.Role, stop)
        )
            return await RoleIsGoneAsync(form);
        int changed;
        try
        {
            changed = await ChangeAsync(form, stop);
        }
        // Deleted since it was looked for.
        catch (PostgresException gone)
            when (form.Action == BulkAction.SetRole
                && gone.SqlState == PostgresErrorCodes.ForeignKeyViolation
            )
        {
            await effect.BeginAgainAsync();
            return await RoleIsGoneAsync(form);
        }
        var undo = changed > 0 ? UndoLinks.Of(viewer.RequestId!) : null;
        return await AnswerAsync(
            form,
            new(BulkWords.Of(form, changed), undo, BulkWords.Kind(form, changed)),
            200
        );
    }

    Task<IActionResult> RoleIsGoneAsync(BulkForm form) =>
        AnswerAsync(form, new("That role no longer exists", Kind: "bad"), 422);

    Task<int> ChangeAsync(BulkForm form, CancellationToken stop) =>
        form.Action switch
        {
            BulkAction.AddSkill => Many.LearnAsync(office, form.Ids, form.Skill!, stop),
            BulkAction.RemoveSkill => Many.UnlearnAsync(office, form.Ids, form.Skill!, stop),
            BulkAction.Employ => Many.EmployAsync(
                office,
                form.Ids,
                form.Employment!.Value,
                form.SeenEmployments,
                stop
            ),
            BulkAction.SetRole => Many.AssignRoleAsync(
                office,
                form.Ids,
                form.Role!.Value,
                form.SeenRoles,
                stop
            ),
            BulkAction.Archive => Many.ArchiveAsync(office, form.Ids, clock, stop),
            _ => Many.RestoreAsync(office, form.Ids, stop),
        };

    // Drawn anew, past the cache: it may not have heard of this change yet.
    async Task<IActionResult> AnswerAsync(BulkForm form, Toast toast, int status)
    {
        var filter = TeamFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(form.View)));
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            toast.Keep(TempData);
            return Redirect(TeamLinks.Of(filter));
        }
        toast.Show(Response);
        Response.StatusCode = status;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var view = await TeamView.ReadAsync(
            office,
            filter,
            today,
            viewer.IsManager,
            HttpContext.RequestAborted
        );
        return Content(
            await fragments.RenderAsync<TeamList>(new { View = view }),
            "text/html; charset=utf-8"
        );
    }
}
