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
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

[Authorize(Policy = Policies.Manager)]
public class IndexModel(RecordPageContext context) : SmallFormPage(context)
{
    static readonly string[] Topics = ["work-roles", "team"];

    public Fragment List { get; private set; } = null!;

    /// <summary>The one in the form; none for a new one.</summary>
    public Guid? Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? part, Guid? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        await OpenAsync(edited);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(Guid edit, string? start) =>
        await FindAsync(edit) is { } edited ? await MeanwhileAsync(edited, start) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid? edit)
    {
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        if (await EditAsync(edited) is { } asked)
            return asked;
        if (edited.IsNew)
            Office.Add(edited.Row);
        return await SaveAsync(
            edited,
            $"{(edited.IsNew ? "Added" : "Saved")} {RoleOf(edited).Name}",
            () => OnPostAsync(edit)
        );
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost
            || !Guid.TryParse(lost.Row, out var id)
            || await FindAsync(id) is not { } edited
        )
            return NotFound();
        return await RefusePutBackAsync(edited, lost)
            ?? await SaveAsync(
                edited,
                $"Put back {edited.ByColumn(lost.Column)!.Word}.",
                () => OnPostPutBackAsync(change)
            );
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid edit)
    {
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        await OpenAsync(edited);
        Office.Remove(edited.Row);
        try
        {
            return await SaveAsync(
                null,
                $"Removed {RoleOf(edited).Name}",
                WorkRoleLinks.List,
                () => OnPostRemoveAsync(edit)
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
            var people = entries.Single(entry => entry.Id == edit).PeopleText;
            return await RefuseAsync($"It stays: {people}. Give them another role first.");
        }
    }

    async Task<IActionResult> SaveAsync(
        EditedRow edited,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        try
        {
            return await SaveAsync(edited, done, WorkRoleLinks.List, again);
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            Form!.Errors["Name"] = "There is a role of this name already. Choose another name.";
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
        }
    }

    static WorkRole RoleOf(EditedRow edited) => (WorkRole)edited.Row;

    async Task<EditedRow?> FindAsync(Guid? id)
    {
        Id = id;
        if (id is null)
            return new("", new WorkRole(), WorkRoleFields.All);
        return await Office.WorkRoles.SingleOrDefaultAsync(r => r.Id == id, Stop) is { } role
            ? new($"{id}", role, WorkRoleFields.All) { TakesFocus = true }
            : null;
    }

    protected override string Table => "work_roles";

    protected override string Topic => "work-roles";

    protected override string AddressOf(string row) => WorkRoleLinks.Edit(Guid.Parse(row, null));

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        Context.Cache.GetLiveAsync(
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
