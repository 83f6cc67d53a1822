using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    FormStart starts,
    IValidator<SwitchForm> rules
) : SmallFormPage(office, viewer, fragments, starts)
{
    const string Table = "feature_switches";
    static readonly string[] Topics = ["switches"];
    AddressBook book = new([]);

    /// <summary>The one being changed, if any.</summary>
    [BindProperty]
    public SwitchForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;

    /// <summary>Who can be named.</summary>
    public IEnumerable<AddressBook.Entry> People => book.Active;

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is null)
            return await ShowAsync();
        if (!Viewer.IsAdmin)
            return Forbid();
        if (Feature.Named(edit) is null)
            return NotFound();
        var stored = await OpenAsync(edit);
        Watch(Form!.MergeInto(stored, book, FormCollection.Empty));
        return await ShowAsync();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(string? edit, string? start)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (edit is null || Feature.Named(edit) is null)
            return NotFound();
        var stored = await OpenAsync(edit);
        return await MeanwhileAsync(Form!.MergeInto(stored, book, FormCollection.Empty), start);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (Form is not { } typed || Feature.Named(typed.Name) is null)
            return NotFound();
        var stored = await OpenAsync(typed.Name);
        Form = typed;
        var merging = Form.MergeInto(stored, book, Request.Form);
        return await AskAsync(
                merging,
                await ProblemsAsync(Form.Merged(merging)),
                await ProblemsAsync(Form),
                SwitchForm.Prefix
            ) ?? await SaveAsync(stored, merging, "Saved", OnPostAsync);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!Viewer.IsAdmin)
            return Forbid();
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost
            || Feature.Named(lost.Row) is null
        )
            return NotFound();
        var stored = await OpenAsync(lost.Row);
        var merging = Form!.MergeInto(stored, book, Request.Form);
        return await RefusePutBackAsync(merging, lost, () => ProblemsAsync(Form.Merged(merging)))
            ?? await SaveAsync(stored, merging, "Put back", () => OnPostPutBackAsync(change));
    }

    /// <summary>As it is now, in the form.</summary>
    async Task<FeatureSwitch> OpenAsync(string name)
    {
        book = await AddressBook.ReadAsync(Office, Stop);
        var stored =
            await Office.FeatureSwitches.SingleOrDefaultAsync(s => s.Name == name, Stop)
            ?? new FeatureSwitch { Name = name };
        Form = SwitchForm.Of(stored, book);
        return stored;
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(SwitchForm form)
    {
        var problems = (await rules.ValidateAsync(form, Stop)).Errors;
        return book.Unknown(form.Addresses) is { } unknown
            ? [.. problems, new(nameof(form.People), $"Nobody signs in here as {unknown}.")]
            : problems;
    }

    Task<IActionResult> SaveAsync(
        FeatureSwitch stored,
        Merging merging,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        var merged = Form!.Merged(merging);
        stored.GiveTo(
            merged.IsOn,
            merged.PercentNumber!.Value,
            merged.ChosenRoles,
            book.Ids(merged.Addresses)
        );
        // Where nobody has set anything, the row would say no more than the default does.
        if (stored.RowVersion == 0 && merging.IsChange)
            Office.Add(stored);
        return SaveAsync(
            merging,
            $"{done}: {Feature.Named(stored.Name)!.Label}",
            SwitchLinks.List,
            again
        );
    }

    protected override string Topic => "switches";

    protected override string AddressOf(string row) => SwitchLinks.Edit(row);

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        cache.GetLiveAsync(
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
