using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class RulesModel(
    Office office,
    Viewer viewer,
    FragmentCache memory,
    Fragments fragments,
    IValidator<RuleForm> rules
) : PageModel
{
    const string Table = "alarm_rules";
    static readonly string[] Topics = ["alarms"];

    [BindProperty]
    public RuleForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }
    public Chooser? Chooser { get; private set; }

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        var stop = HttpContext.RequestAborted;
        if (part == "list")
            return new FragmentResult(await ListAsync(stop));
        if (edit is not null)
        {
            if (!viewer.IsAdmin)
                return Forbid();
            if (AlarmKinds.Named(edit) is not { } kind)
                return NotFound();
            Form = RuleForm.Of(await StoredAsync(edit, stop) ?? kind.Default);
        }
        return await ShowAsync(stop);
    }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(form => form, "Saved");

    public Task<IActionResult> OnPostResetAsync() =>
        ChangeAsync(form => form.Default(), "The default holds again");

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!viewer.IsAdmin)
            return Forbid();
        if (
            await GivenUp.FindAsync(office, Table, change, Stop) is not { } lost
            || AlarmKinds.Named(lost.Row) is not { } kind
        )
            return NotFound();
        var rule = await StoredAsync(kind.Name, Stop) ?? kind.Default;
        Form = RuleForm.Of(rule);
        var merging = Form.MergeInto(rule, Request.Form);
        if (merging.PutBack(lost))
            return await SaveAsync(rule, merging, "Put back", () => OnPostPutBackAsync(change));
        Problem = Merging.ChangedSince;
        return await ShowAsync(Stop, StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> ChangeAsync(Func<RuleForm, RuleForm> wish, string done)
    {
        if (!viewer.IsAdmin)
            return Forbid();
        if (Form?.Kind is not { } kind)
            return NotFound();
        var rule = await StoredAsync(kind.Name, Stop) ?? kind.Default;
        var merging = wish(Form).MergeInto(rule, Request.Form);
        var problems = await rules.ValidateAsync(Form.Merged(merging), Stop);
        if (merging.Refuses(problems.Errors, ModelState, RuleForm.Prefix))
            return await ShowAsync(Stop, StatusCodes.Status422UnprocessableEntity);
        return merging.IsAsking
            ? await AskAsync(rule, merging)
            : await SaveAsync(rule, merging, done, () => ChangeAsync(wish, done));
    }

    async Task<IActionResult> SaveAsync(
        AlarmRule rule,
        Merging merging,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        var (kind, merged) = (Form!.Kind!, Form.Merged(merging));
        var isStored = rule.RowVersion != 0;
        if (!merged.IsDefault)
        {
            rule.Set(merged.IsOn, merged.Limit!.Value, merged.Minutes!.Value);
            if (!isStored)
                office.Add(rule);
        }
        else if (isStored)
            office.Remove(rule);
        try
        {
            await office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsTaken())
        {
            // Between our reading and our writing.
            office.ChangeTracker.Clear();
            return await again();
        }
        await GivenUp.KeepAsync(office, Table, kind.Name, null, merging.GivenUps, Stop);
        new Toast($"{done}: {kind.Label}").Keep(TempData);
        return Redirect(AlertLinks.Rules);
    }

    async Task<IActionResult> AskAsync(AlarmRule rule, Merging merging)
    {
        var changes = await LastChange.OfAsync(
            office,
            Table,
            rule.Name,
            [.. merging.Columns],
            Stop
        );
        Chooser = merging.Ask(changes, viewer);
        Form!.Version = rule.RowVersion;
        return await ShowAsync(Stop, merging.Status);
    }

    Task<AlarmRule?> StoredAsync(string name, CancellationToken stop) =>
        office.AlarmRules.SingleOrDefaultAsync(r => r.Name == name, stop);

    async Task<IActionResult> ShowAsync(
        CancellationToken stop,
        int status = StatusCodes.Status200OK
    )
    {
        List = await ListAsync(stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        memory.GetAsync(
            "alarm-rules",
            viewer.Role.ToString(),
            Topics,
            async limit =>
                await fragments.RenderAsync<RuleList>(
                    new
                    {
                        Rules = await RuleEntry.AllAsync(office, limit),
                        MayChange = viewer.IsAdmin,
                    }
                ),
            stop
        );
}
