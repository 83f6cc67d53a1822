using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

[Authorize(Policy = Policies.Manager)]
public class IndexModel(
    Office office,
    FragmentCache cache,
    Fragments fragments,
    IValidator<WorkRoleForm> rules
) : PageModel
{
    static readonly string[] Topics = ["work-roles", "team"];

    public Fragment List { get; private set; } = null!;

    /// <summary>The one being edited, or a new one.</summary>
    public WorkRoleForm Form { get; private set; } = new();

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
            Form = new()
            {
                Id = role.Id,
                Name = role.Name,
                Hue = role.Hue,
                Version = role.Version,
            };
        }
        List = await ListAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] WorkRoleForm form)
    {
        var stop = HttpContext.RequestAborted;
        Form = form;
        var checkedForm = await rules.ValidateAsync(form, stop);
        if (!checkedForm.IsValid)
            return await RefuseAsync(StatusCodes.Status422UnprocessableEntity, checkedForm.Errors);
        var role = form.Id is { } id
            ? await office.WorkRoles.SingleOrDefaultAsync(r => r.Id == id, stop)
            : office.Add(new WorkRole()).Entity;
        if (role is null)
            return NotFound();
        (role.Name, role.Hue) = (form.CleanName, form.Hue);
        if (form.Id is not null)
            office.Entry(role).Property(r => r.Version).OriginalValue = form.Version;
        return await SaveAsync(form.Id is null ? $"Added {role.Name}" : $"Saved {role.Name}", stop);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] WorkRoleForm form)
    {
        var stop = HttpContext.RequestAborted;
        Form = form;
        if (await office.WorkRoles.SingleOrDefaultAsync(r => r.Id == form.Id, stop) is not { } role)
            return NotFound();
        (form.Name, form.Hue) = (role.Name, role.Hue);
        office.Remove(role);
        return await SaveAsync($"Removed {role.Name}", stop);
    }

    async Task<IActionResult> SaveAsync(string done, CancellationToken stop)
    {
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowTheirsAsync(stop);
        }
        catch (DbUpdateException error)
            when (error.InnerException
                    is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
            )
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

    // What was typed stays in the form; what the other saved is said beside it, and saving again takes mine.
    async Task<IActionResult> ShowTheirsAsync(CancellationToken stop)
    {
        office.ChangeTracker.Clear();
        if (
            await office.WorkRoles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Form.Id, stop)
            is not { } theirs
        )
            return NotFound();
        Form.Version = theirs.Version;
        ModelState.Remove(nameof(WorkRoleForm.Version));
        return await RefuseAsync(
            StatusCodes.Status409Conflict,
            $"Somebody changed this role while you were typing: it is now “{theirs.Name}”, {HueWords.Of(theirs.Hue)}. Save again to replace that with yours."
        );
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
