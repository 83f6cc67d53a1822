using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

[Authorize(Policy = Policies.Manager)]
public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    FormStart starts,
    IValidator<WorkRoleForm> rules
) : SmallFormPage(office, viewer, fragments, starts)
{
    static readonly string[] Topics = ["work-roles", "team"];

    public Fragment List { get; private set; } = null!;

    /// <summary>The one being edited, or a new one.</summary>
    public WorkRoleForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string? part, Guid? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is { } id)
        {
            if (await FindAsync(id) is not { } role)
                return NotFound();
            Form = WorkRoleForm.Of(role);
            Watch(Form.MergeInto(role, FormCollection.Empty));
        }
        return await ShowAsync();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(Guid edit, string? start) =>
        await FindAsync(edit) is { } role
            ? await MeanwhileAsync(
                WorkRoleForm.Of(role).MergeInto(role, FormCollection.Empty),
                start
            )
            : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] WorkRoleForm form)
    {
        Form = form;
        if ((form.Id is { } id ? await FindAsync(id) : new WorkRole()) is not { } role)
            return NotFound();
        var merging = form.MergeInto(role, Request.Form);
        var merged = form.Merged(merging);
        if (
            await AskAsync(merging, await ProblemsAsync(merged), await ProblemsAsync(form)) is
            { } asked
        )
            return asked;
        if (form.Id is null)
            Office.Add(role);
        var done = form.Id is null ? "Added" : "Saved";
        return await SaveAsync(
            role,
            merging,
            $"{done} {merged.CleanName}",
            () => OnPostAsync(form)
        );
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (
            await GivenUp.FindAsync(Office, "work_roles", change, Stop) is not { } lost
            || !Guid.TryParse(lost.Row, out var id)
            || await FindAsync(id) is not { } role
        )
            return NotFound();
        Form = WorkRoleForm.Of(role);
        var merging = Form.MergeInto(role, Request.Form);
        var done = $"Put back {(lost.Column == "name" ? "name" : "colour")}.";
        return await RefusePutBackAsync(merging, lost, () => ProblemsAsync(Form.Merged(merging)))
            ?? await SaveAsync(role, merging, done, () => OnPostPutBackAsync(change));
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] WorkRoleForm form)
    {
        if (form.Id is not { } id || await FindAsync(id) is not { } role)
            return NotFound();
        Form = WorkRoleForm.Of(role);
        Office.Remove(role);
        try
        {
            return await SaveAsync(
                null,
                $"Removed {role.Name}",
                WorkRoleLinks.List,
                () => OnPostRemoveAsync(form)
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
            var entries = await WorkRoleEntry.AllAsync(Office, Stop);
            var people = entries.Single(entry => entry.Id == id).PeopleText;
            return await RefuseAsync($"It stays: {people}. Give them another role first.");
        }
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(WorkRoleForm form) =>
        (await rules.ValidateAsync(form, Stop)).Errors;

    async Task<IActionResult> SaveAsync(
        WorkRole role,
        Merging merging,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        Form = Form.Merged(merging);
        (role.Name, role.Hue) = (Form.CleanName, Form.Hue);
        try
        {
            return await SaveAsync(merging, done, WorkRoleLinks.List, again);
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            return await RefuseAsync(
                "There is a role of this name already. Choose another name.",
                StatusCodes.Status422UnprocessableEntity
            );
        }
    }

    Task<WorkRole?> FindAsync(Guid id) =>
        Office.WorkRoles.SingleOrDefaultAsync(role => role.Id == id, Stop);

    protected override string Topic => "work-roles";

    protected override string AddressOf(string row) => WorkRoleLinks.Edit(Guid.Parse(row, null));

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        cache.GetLiveAsync(
            "work-roles",
            "manager",
            Topics,
            async limit =>
                await Fragments.RenderAsync<WorkRoleList>(
                    new { Roles = await WorkRoleEntry.AllAsync(Office, limit) }
                ),
            stop
        );
}
