using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

[Authorize(Policy = Policies.Manager)]
public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    IValidator<WorkRoleForm> rules
) : PageModel
{
    static readonly string[] Topics = ["work-roles", "team"];

    public Fragment List { get; private set; } = null!;

    /// <summary>The one being edited, or a new one.</summary>
    public WorkRoleForm Form { get; private set; } = new();

    /// <summary>As it is now: the form brings it back, so that it can be told what somebody changed meanwhile.</summary>
    public WorkRoleForm? Seen { get; private set; }
    public Chooser? Chooser { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? part, Guid? edit)
    {
        var stop = HttpContext.RequestAborted;
        if (part == "list")
            return new FragmentResult(await ListAsync(stop));
        if (edit is { } id)
        {
            if (
                await office.WorkRoles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop)
                is not { } role
            )
                return NotFound();
            Form = Seen = WorkRoleForm.Of(role);
        }
        List = await ListAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] WorkRoleForm form)
    {
        var stop = HttpContext.RequestAborted;
        Form = form;
        var role = form.Id is { } id
            ? await office.WorkRoles.SingleOrDefaultAsync(r => r.Id == id, stop)
            : new WorkRole();
        if (role is null)
            return NotFound();
        var merging = form.MergeInto(role, Request.Form);
        if (form.Id is not null && merging.IsAsking)
            return await AskAsync(merging, role, stop);
        if (form.Id is not null)
        {
            Form = form.Merged(merging, role.Version);
            Seen = WorkRoleForm.Of(role);
        }
        var checkedForm = await rules.ValidateAsync(Form, stop);
        if (!checkedForm.IsValid)
            return await RefuseAsync(StatusCodes.Status422UnprocessableEntity, checkedForm.Errors);
        (role.Name, role.Hue) = (Form.CleanName, Form.Hue);
        if (form.Id is not null)
            return await SaveAsync(
                $"Saved {role.Name}",
                () => OnPostAsync(form),
                (role.Id, merging.GivenUps)
            );
        office.Add(role);
        return await SaveAsync($"Added {role.Name}", () => OnPostAsync(form));
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await GivenUp.FindAsync(office, "work_roles", change, stop) is not { } lost
            || !Guid.TryParse(lost.Row, out var id)
        )
            return NotFound();
        if (await office.WorkRoles.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } role)
            return NotFound();
        Form = Seen = WorkRoleForm.Of(role);
        var merging = Form.MergeInto(role, Request.Form);
        if (!merging.PutBack(lost))
            return await RefuseAsync(StatusCodes.Status409Conflict, Merging.ChangedSince);
        Form = Form.Merged(merging, role.Version);
        (role.Name, role.Hue) = (Form.CleanName, Form.Hue);
        return await SaveAsync(
            $"Put back {(lost.Column == "name" ? "name" : "colour")}.",
            () => OnPostPutBackAsync(change)
        );
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] WorkRoleForm form)
    {
        var stop = HttpContext.RequestAborted;
        Form = form;
        if (await office.WorkRoles.SingleOrDefaultAsync(r => r.Id == form.Id, stop) is not { } role)
            return NotFound();
        Form = Seen = WorkRoleForm.Of(role);
        office.Remove(role);
        return await SaveAsync($"Removed {role.Name}", () => OnPostRemoveAsync(form));
    }

    async Task<IActionResult> SaveAsync(
        string done,
        Func<Task<IActionResult>> again,
        (Guid Role, IEnumerable<GivenUp> Values)? lost = null
    )
    {
        var stop = HttpContext.RequestAborted;
        try
        {
            await office.SaveChangesAsync(stop);
            if (lost is var (role, values))
                await GivenUp.KeepAsync(office, "work_roles", $"{role}", null, values, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Between our reading and our writing.
            office.ChangeTracker.Clear();
            return await again();
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            return await RefuseAsync(
                StatusCodes.Status422UnprocessableEntity,
                "There is a role of this name already. Choose another name."
            );
        }
        catch (DbUpdateException error)
            when (error.InnerException
                    is PostgresException
                    {
                        SqlState: PostgresErrorCodes.ForeignKeyViolation
                            or PostgresErrorCodes.RestrictViolation
                    }
            )
        {
            var people = (await WorkRoleEntry.AllAsync(office, stop))
                .Single(role => role.Id == Form.Id)
                .PeopleText;
            return await RefuseAsync(
                StatusCodes.Status409Conflict,
                $"It stays: {people}. Give them another role first."
            );
        }
        new Toast(done).Keep(TempData);
        return Redirect(WorkRoleLinks.List);
    }

    async Task<IActionResult> AskAsync(Merging merging, WorkRole role, CancellationToken stop)
    {
        var changes = await LastChange.OfAsync(
            office,
            "work_roles",
            $"{role.Id}",
            [.. merging.Columns],
            stop
        );
        Chooser = merging.Ask(changes, viewer);
        Form.Version = role.Version;
        List = await ListAsync(stop);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    Task<IActionResult> RefuseAsync(int status, string problem) =>
        RefuseAsync(status, [new ValidationFailure(nameof(WorkRoleForm.CleanName), problem)]);

    async Task<IActionResult> RefuseAsync(int status, IEnumerable<ValidationFailure> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError(
                problem.PropertyName.Replace("Clean", "", StringComparison.Ordinal),
                problem.ErrorMessage
            );
        List = await ListAsync(HttpContext.RequestAborted);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        cache.GetAsync(
            "work-roles",
            "manager",
            Topics,
            async limit =>
                await fragments.RenderAsync<WorkRoleList>(
                    new { Roles = await WorkRoleEntry.AllAsync(office, limit) }
                ),
            stop
        );
}
