using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class RulesModel(
    Office office,
    Viewer viewer,
    FragmentCache memory,
    Fragments fragments,
    IValidator<RuleForm> rules
) : PageModel
{
    static readonly string[] Topics = ["alarms"];

    [BindProperty]
    public RuleForm? Form { get; set; }

    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

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

    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (Form?.Kind is not { } kind)
            return NotFound();
        foreach (var error in (await rules.ValidateAsync(Form, stop)).Errors)
            ModelState.AddModelError($"{nameof(Form)}.{error.PropertyName}", error.ErrorMessage);
        if (!ModelState.IsValid)
            return await ShowAsync(stop, StatusCodes.Status422UnprocessableEntity);
        var stored = await StoredAsync(kind.Name, stop);
        if ((stored?.RowVersion ?? 0) != Form.Version)
            return await ShowTheirsAsync(stop);
        stored ??= office.Add(kind.Default).Entity;
        stored.Set(Form.IsOn, Form.Limit!.Value, Form.Minutes!.Value);
        return await SaveAsync($"Saved: {kind.Label}", stop);
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (Form?.Kind is not { } kind)
            return NotFound();
        if (await StoredAsync(kind.Name, stop) is { } stored)
            office.Remove(stored);
        return await SaveAsync($"The default holds again: {kind.Label}", stop);
    }

    async Task<IActionResult> SaveAsync(string done, CancellationToken stop)
    {
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsTaken())
        {
            return await ShowTheirsAsync(stop);
        }
        new Toast(done).Keep(TempData);
        return Redirect(AlertLinks.Rules);
    }

    // What was typed stays in the form; what the other saved is said above it, and saving again takes mine.
    async Task<IActionResult> ShowTheirsAsync(CancellationToken stop)
    {
        office.ChangeTracker.Clear();
        var theirs = (await RuleEntry.AllAsync(office, stop)).Single(entry =>
            entry.Kind.Name == Form!.Name
        );
        Form!.Version = theirs.Rule.RowVersion;
        Problem =
            $"Somebody changed this rule while you were at it. It is now {(theirs.Rule.IsOn ? "watched" : "off")}: {theirs.Says} Save again to replace that with yours.";
        return await ShowAsync(stop, StatusCodes.Status409Conflict);
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
