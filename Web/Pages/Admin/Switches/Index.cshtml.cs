using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    IValidator<SwitchForm> rules
) : PageModel
{
    const string Table = "feature_switches";
    static readonly string[] Topics = ["switches"];
    AddressBook book = new([]);

    /// <summary>The one being changed, if any.</summary>
    [BindProperty]
    public SwitchForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

    public Chooser? Chooser { get; private set; }

    /// <summary>Who can be named.</summary>
    public IEnumerable<AddressBook.Entry> People => book.Active;

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        if (part == "list")
            return new FragmentResult(await ListAsync(Stop));
        if (edit is null)
            return await ShowAsync();
        if (!viewer.IsAdmin)
            return Forbid();
        if (Feature.Named(edit) is null)
            return NotFound();
        await OpenAsync(edit);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!viewer.IsAdmin)
            return Forbid();
        if (Form is not { } typed || Feature.Named(typed.Name) is null)
            return NotFound();
        var stored = await OpenAsync(typed.Name);
        Form = typed;
        var merging = Form.MergeInto(stored, book, Request.Form);
        if (merging.Refuses(await ProblemsAsync(merging), ModelState, SwitchForm.Prefix))
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
        return merging.IsAsking
            ? await AskAsync(stored, merging)
            : await SaveAsync(stored, merging, "Saved", OnPostAsync);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!viewer.IsAdmin)
            return Forbid();
        if (
            await GivenUp.FindAsync(office, Table, change, Stop) is not { } lost
            || Feature.Named(lost.Row) is null
        )
            return NotFound();
        var stored = await OpenAsync(lost.Row);
        var merging = Form!.MergeInto(stored, book, Request.Form);
        if (merging.PutBack(lost))
            return await SaveAsync(stored, merging, "Put back", () => OnPostPutBackAsync(change));
        Problem = Merging.ChangedSince;
        return await ShowAsync(StatusCodes.Status409Conflict);
    }

    /// <summary>As it is now, in the form.</summary>
    async Task<FeatureSwitch> OpenAsync(string name)
    {
        book = await AddressBook.ReadAsync(office, Stop);
        var stored =
            await office.FeatureSwitches.SingleOrDefaultAsync(s => s.Name == name, Stop)
            ?? new FeatureSwitch { Name = name };
        Form = SwitchForm.Of(stored, book);
        return stored;
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(Merging merging)
    {
        var merged = Form!.Merged(merging);
        var problems = (await rules.ValidateAsync(merged, Stop)).Errors;
        return book.Unknown(merged.Addresses) is { } unknown
            ? [.. problems, new(nameof(merged.People), $"Nobody signs in here as {unknown}.")]
            : problems;
    }

    async Task<IActionResult> SaveAsync(
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
        if (stored.RowVersion == 0)
            office.Add(stored);
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
        await GivenUp.KeepAsync(office, Table, stored.Name, null, merging.GivenUps, Stop);
        new Toast($"{done}: {Feature.Named(stored.Name)!.Label}").Keep(TempData);
        return Redirect(SwitchLinks.List);
    }

    async Task<IActionResult> AskAsync(FeatureSwitch stored, Merging merging)
    {
        var changes = await LastChange.OfAsync(
            office,
            Table,
            stored.Name,
            [.. merging.Columns],
            Stop
        );
        Chooser = merging.Ask(changes, viewer);
        Form!.Version = stored.RowVersion;
        return await ShowAsync(merging.Status);
    }

    async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        List = await ListAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }

    Task<Fragment> ListAsync(CancellationToken stop) =>
        cache.GetAsync(
            "switch-list",
            viewer.Role.ToString(),
            Topics,
            async limit =>
                await fragments.RenderAsync<SwitchList>(
                    new
                    {
                        Switches = await SwitchEntry.AllAsync(office, limit),
                        MayChange = viewer.IsAdmin,
                    }
                ),
            stop
        );
}
