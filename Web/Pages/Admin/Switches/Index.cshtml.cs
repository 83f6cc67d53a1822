using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public class IndexModel(RecordPageContext context) : SmallFormPage(context)
{
    static readonly string[] Topics = ["switches"];

    /// <summary>The one in the form, if one is.</summary>
    public Feature? Feature { get; private set; }

    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is null)
            return await ShowAsync();
        if (!Viewer.IsAdmin)
            return Forbid();
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        await OpenAsync(edited);
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

    public async Task<IActionResult> OnPostAsync(string? edit)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (await FindAsync(edit) is not { } edited)
            return NotFound();
        return await EditAsync(edited) ?? await SaveAsync(edited, "Saved", () => OnPostAsync(edit));
    }

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

    /// <summary>As it is now. Null where there is no such switch.</summary>
    async Task<EditedRow?> FindAsync(string? name)
    {
        Feature = Feature.Named(name);
        if (Feature is null)
            return null;
        var stored = await Office.FeatureSwitches.SingleOrDefaultAsync(s => s.Name == name, Stop);
        return new(
            Feature.Name,
            stored ?? new FeatureSwitch { Name = Feature.Name },
            FeatureSwitchFields.All
        )
        {
            Initial = new FeatureSwitch { Name = Feature.Name },
            TakesFocus = true,
        };
    }

    Task<IActionResult> SaveAsync(EditedRow edited, string done, Func<Task<IActionResult>> again)
    {
        // Where nobody has set anything, the row would say no more than the default does.
        if (edited.Row is FeatureSwitch { RowVersion: 0 } added && edited.IsChanged)
            Office.Add(added);
        return SaveAsync(edited, $"{done}: {Feature!.Label}", SwitchLinks.List, again);
    }

    protected override string Table => "feature_switches";

    protected override string Topic => "switches";

    protected override string AddressOf(string row) => SwitchLinks.Edit(row);

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        if (Form is not null)
            Form.KnownTags = await Office
                .Users.Where(user => user.DisabledAt == null)
                .Select(user => user.Email!)
                .Order()
                .ToListAsync(Stop);
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        Context.Cache.GetLiveAsync(
            "switch-list",
            Viewer.Role.ToString(),
            Topics,
            async limit =>
                await Fragments.RenderAsync<SwitchList>(
                    new
                    {
                        Switches = await SwitchEntry.AllAsync(Office, limit),
                        MayChange = Viewer.IsAdmin,
                    }
                ),
            stop
        );
}
