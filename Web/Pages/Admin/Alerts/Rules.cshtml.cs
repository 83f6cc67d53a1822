using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class RulesModel(RecordPageContext context) : SmallFormPage(context)
{
    static readonly string[] Topics = ["alarms"];

    /// <summary>Whose rule is in the form, if one is.</summary>
    public AlarmKind? Kind { get; private set; }

    /// <summary>Nobody has set another limit.</summary>
    public bool IsDefault => rule.RowVersion == 0;

    public Fragment List { get; private set; } = null!;

    AlarmRule rule = new();

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is not null)
        {
            if (!Viewer.IsAdmin)
                return Forbid();
            if (await FindAsync(edit) is not { } edited)
                return NotFound();
            await OpenAsync(edited);
        }
        return await ShowAsync();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(string? edit, string? start)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        return await FindAsync(edit) is { } edited
            ? await MeanwhileAsync(edited, start)
            : NotFound();
    }

    public Task<IActionResult> OnPostAsync(string? edit) => ChangeAsync(edit, null);

    public Task<IActionResult> OnPostResetAsync(string? edit) =>
        ChangeAsync(edit, AlarmKinds.Named(edit)?.Default);

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost
            || await FindAsync(lost.Row) is not { } edited
        )
            return NotFound();
        return await RefusePutBackAsync(edited, lost)
            ?? await SaveAsync(edited, "Put back", () => OnPostPutBackAsync(change));
    }

    async Task<IActionResult> ChangeAsync(string? edit, AlarmRule? wish)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        return await EditAsync(edited, wish)
            ?? await SaveAsync(
                edited,
                edited.IsChanged ? "Saved" : "The default holds again",
                () => ChangeAsync(edit, wish)
            );
    }

    // Where the default holds there is no row.
    Task<IActionResult> SaveAsync(EditedRow edited, string done, Func<Task<IActionResult>> again)
    {
        if (IsDefault && edited.IsChanged)
            Office.Add(rule);
        else if (!IsDefault && !edited.IsChanged)
            Office.Remove(rule);
        return SaveAsync(edited, $"{done}: {Kind!.Label}", AlertLinks.Rules, again);
    }

    /// <summary>As it is now. Null where there is no such rule.</summary>
    async Task<EditedRow?> FindAsync(string? name)
    {
        Kind = AlarmKinds.Named(name);
        if (Kind is null)
            return null;
        rule =
            await Office.AlarmRules.SingleOrDefaultAsync(r => r.Name == name, Stop) ?? Kind.Default;
        return new(Kind.Name, rule, AlarmRuleFields.Of(Kind))
        {
            Initial = Kind.Default,
            TakesFocus = true,
        };
    }

    protected override string Table => "alarm_rules";

    protected override string Topic => "alarms";

    protected override string AddressOf(string row) => AlertLinks.Rule(row);

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        Context.Cache.GetLiveAsync(
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
