using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public class IndexModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    IValidator<SwitchForm> rules
) : PageModel
{
    static readonly string[] Topics = ["switches"];

    /// <summary>The one being changed, if any.</summary>
    [BindProperty]
    public SwitchForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

    /// <summary>Who can be named.</summary>
    public IReadOnlyList<(string Name, string Email)> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? part, string? edit)
    {
        var stop = HttpContext.RequestAborted;
        if (part == "list")
            return new FragmentResult(await ListAsync(stop));
        if (edit is not null)
        {
            if (!viewer.IsAdmin)
                return Forbid();
            if (Feature.Named(edit) is null)
                return NotFound();
            Form = await StoredAsync(edit, stop);
        }
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (Form is null || Feature.Named(Form.Name) is not { } feature)
            return NotFound();
        foreach (var error in (await rules.ValidateAsync(Form, stop)).Errors)
            Refuse(error.PropertyName, error.ErrorMessage);
        var people = await NamedAsync(Form.Addresses, stop);
        if (!ModelState.IsValid)
            return await ShowAsync(stop, StatusCodes.Status422UnprocessableEntity);
        var stored = await office.FeatureSwitches.SingleOrDefaultAsync(
            s => s.Name == Form.Name,
            stop
        );
        if ((stored?.RowVersion ?? 0) != Form.Version)
            return await ShowTheirsAsync(stop);
        stored ??= office.Add(new FeatureSwitch { Name = Form.Name }).Entity;
        stored.GiveTo(Form.IsOn, Form.PercentNumber!.Value, Form.Roles, people);
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsTaken())
        {
            return await ShowTheirsAsync(stop);
        }
        new Toast($"Saved: {feature.Label}").Keep(TempData);
        return Redirect(SwitchLinks.List);
    }

    /// <summary>The ids of those named; who does not sign in here is refused by name.</summary>
    async Task<Guid[]> NamedAsync(string[] addresses, CancellationToken stop)
    {
        var wanted = addresses.Select(address => address.ToUpperInvariant()).ToArray();
        var found = await office
            .Users.Where(user => wanted.Contains(user.NormalizedEmail))
            .Select(user => new { user.Id, user.NormalizedEmail })
            .ToListAsync(stop);
        var unknown = addresses.FirstOrDefault(address =>
            !found.Exists(user =>
                string.Equals(user.NormalizedEmail, address, StringComparison.OrdinalIgnoreCase)
            )
        );
        if (unknown is not null)
            Refuse(nameof(SwitchForm.People), $"Nobody signs in here as {unknown}.");
        return [.. found.Select(user => user.Id).Order()];
    }

    // What was typed stays in the form; what the other saved is said above it, and saving again takes mine.
    async Task<IActionResult> ShowTheirsAsync(CancellationToken stop)
    {
        office.ChangeTracker.Clear();
        var theirs = (await SwitchEntry.AllAsync(office, stop)).Single(s =>
            s.Feature.Name == Form!.Name
        );
        Form!.Version = theirs.Stored.RowVersion;
        Problem =
            $"Somebody changed this while you were at it. It is now so: {theirs.Who}. Save again to replace that with yours.";
        return await ShowAsync(stop, StatusCodes.Status409Conflict);
    }

    async Task<SwitchForm> StoredAsync(string name, CancellationToken stop)
    {
        var stored =
            await office
                .FeatureSwitches.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Name == name, stop)
            ?? new FeatureSwitch { Name = name };
        var people = await office
            .Users.Where(user => stored.People.Contains(user.Id))
            .OrderBy(user => user.Email)
            .Select(user => user.Email!)
            .ToListAsync(stop);
        return SwitchForm.Of(stored, people);
    }

    async Task<IActionResult> ShowAsync(
        CancellationToken stop,
        int status = StatusCodes.Status200OK
    )
    {
        List = await ListAsync(stop);
        if (Form is not null)
        {
            var users = await office
                .Users.Where(user => user.DisabledAt == null)
                .OrderBy(user => user.Name)
                .Select(user => new { user.Name, user.Email })
                .ToListAsync(stop);
            People = [.. users.Select(user => (user.Name, user.Email!))];
        }
        Response.StatusCode = status;
        return Page();
    }

    void Refuse(string field, string problem) =>
        ModelState.AddModelError($"{nameof(Form)}.{field}", problem);

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
