using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class RulesModel(
    Office office,
    Viewer viewer,
    FragmentCache memory,
    Fragments fragments,
    FormStart starts,
    IValidator<RuleForm> rules
) : SmallFormPage(office, viewer, fragments, starts)
{
    const string Table = "alarm_rules";
    static readonly string[] Topics = ["alarms"];

    [BindProperty]
    public RuleForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is not null)
        {
            if (!Viewer.IsAdmin)
                return Forbid();
            if (await OpenAsync(edit) is not { } opened)
                return NotFound();
            Watch(opened);
        }
        return await ShowAsync();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(string? edit, string? start)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        return await OpenAsync(edit ?? "") is { } opened
            ? await MeanwhileAsync(opened, start)
            : NotFound();
    }

    public Task<IActionResult> OnPostAsync() => ChangeAsync(form => form, "Saved");

    public Task<IActionResult> OnPostResetAsync() =>
        ChangeAsync(form => form.Default(), "The default holds again");

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost
            || AlarmKinds.Named(lost.Row) is not { } kind
        )
            return NotFound();
        var rule = await StoredAsync(kind.Name) ?? kind.Default;
        Form = RuleForm.Of(rule);
        var merging = Form.MergeInto(rule, Request.Form);
        return await RefusePutBackAsync(merging, lost, () => ProblemsAsync(Form.Merged(merging)))
            ?? await SaveAsync(rule, merging, "Put back", () => OnPostPutBackAsync(change));
    }

    async Task<IActionResult> ChangeAsync(Func<RuleForm, RuleForm> wish, string done)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (Form?.Kind is not { } kind)
            return NotFound();
        var rule = await StoredAsync(kind.Name) ?? kind.Default;
        var typed = wish(Form);
        var merging = typed.MergeInto(rule, Request.Form);
        return await AskAsync(
                merging,
                await ProblemsAsync(Form.Merged(merging)),
                await ProblemsAsync(typed),
                RuleForm.Prefix
            ) ?? await SaveAsync(rule, merging, done, () => ChangeAsync(wish, done));
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(RuleForm form) =>
        (await rules.ValidateAsync(form, Stop)).Errors;

    Task<IActionResult> SaveAsync(
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
                Office.Add(rule);
        }
        else if (isStored)
            Office.Remove(rule);
        return SaveAsync(merging, $"{done}: {kind.Label}", AlertLinks.Rules, again);
    }

    /// <summary>As it is now, in the form. Null where there is no such rule.</summary>
    async Task<Merging?> OpenAsync(string name)
    {
        if (AlarmKinds.Named(name) is not { } kind)
            return null;
        var rule = await StoredAsync(name) ?? kind.Default;
        Form = RuleForm.Of(rule);
        return Form.MergeInto(rule, FormCollection.Empty);
    }

    Task<AlarmRule?> StoredAsync(string name) =>
        Office.AlarmRules.SingleOrDefaultAsync(r => r.Name == name, Stop);

    protected override string Topic => "alarms";

    protected override string AddressOf(string row) => AlertLinks.Rule(row);

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        memory.GetLiveAsync(
            "alarm-rules",
            Viewer.Role.ToString(),
            Topics,
            async limit =>
                await Fragments.RenderAsync<RuleList>(
                    new
                    {
                        Rules = await RuleEntry.AllAsync(Office, limit),
                        MayChange = Viewer.IsAdmin,
                    }
                ),
            stop
        );
}
