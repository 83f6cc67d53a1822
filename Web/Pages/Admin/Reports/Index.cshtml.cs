using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public class IndexModel(
    Office office,
    Viewer viewer,
    TellDay tell,
    AskRecipient question,
    ReportFragments fragments,
    IValidator<SettingsForm> settingsRules,
    IValidator<RecipientForm> recipientRules,
    TimeProvider clock
) : PageModel
{
    const string Table = "report_settings";

    public bool MayEdit => viewer.IsAdmin;
    public SettingsForm Settings { get; private set; } = new();
    public RecipientForm Recipient { get; private set; } = new();
    public string? Problem { get; private set; }
    public Chooser? Chooser { get; private set; }
    public Fragment Recipients { get; private set; } = null!;
    public Fragment History { get; private set; } = null!;
    public string ZoneWords => $"In the office's zone: {tell.Zone.Words()}.";

    public string When =>
        Settings.IsOn ? $"It goes out at {Settings.SendAt}." : "It is switched off.";

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var stop = HttpContext.RequestAborted;
        return part switch
        {
            "recipients" => new FragmentResult(await fragments.RecipientsAsync(stop)),
            "history" => new FragmentResult(await fragments.HistoryAsync(stop)),
            _ => await ShowAsync(StatusCodes.Status200OK),
        };
    }

    public async Task<IActionResult> OnPostSettingsAsync(
        [FromForm(Name = nameof(Settings))] SettingsForm form
    )
    {
        if (!MayEdit)
            return Forbid();
        Settings = form;
        var settings = await office.ReportSettings.SingleAsync(HttpContext.RequestAborted);
        var merging = form.MergeInto(settings, Request.Form);
        var problems = (await settingsRules.ValidateAsync(form.Merged(merging))).Errors;
        if (merging.Refuses(problems, ModelState, SettingsForm.Prefix))
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
        return merging.IsAsking
            ? await AskAsync(settings, merging)
            : await SaveAsync(settings, merging, () => OnPostSettingsAsync(form));
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!MayEdit)
            return Forbid();
        var stop = HttpContext.RequestAborted;
        if (await GivenUp.FindAsync(office, Table, change, stop) is not { } lost)
            return NotFound();
        var settings = await office.ReportSettings.SingleAsync(stop);
        Settings = SettingsForm.Of(settings);
        var merging = Settings.MergeInto(settings, Request.Form);
        if (merging.PutBack(lost))
            return await SaveAsync(settings, merging, () => OnPostPutBackAsync(change));
        Problem = Merging.ChangedSince;
        return await ShowAsync(StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> SaveAsync(
        ReportSettings settings,
        Merging merging,
        Func<Task<IActionResult>> again
    )
    {
        var stop = HttpContext.RequestAborted;
        var merged = Settings.Merged(merging);
        (settings.IsOn, settings.SendAt) = (merged.IsOn, merged.Hour!.Value);
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Between our reading and our writing.
            office.ChangeTracker.Clear();
            return await again();
        }
        await GivenUp.KeepAsync(office, Table, $"{settings.Id}", null, merging.GivenUps, stop);
        new Toast(
            merged.IsOn ? $"The report goes out at {merged.SendAt}" : "The report is switched off"
        ).Keep(TempData);
        return LocalRedirect(ReportLinks.All);
    }

    async Task<IActionResult> AskAsync(ReportSettings settings, Merging merging)
    {
        var changes = await LastChange.OfAsync(
            office,
            Table,
            $"{settings.Id}",
            [.. merging.Columns],
            HttpContext.RequestAborted
        );
        Chooser = merging.Ask(changes, viewer);
        Settings.Version = settings.RowVersion;
        return await ShowAsync(merging.Status);
    }

    public async Task<IActionResult> OnPostAddAsync(
        [FromForm(Name = nameof(Recipient))] RecipientForm form
    )
    {
        if (!MayEdit)
            return Forbid();
        Recipient = form;
        var problems = (await recipientRules.ValidateAsync(form)).Errors;
        if (problems.Count > 0)
            return await RefuseAsync("Recipient.Email", problems);
        var recipient = new ReportRecipient
        {
            Email = form.CleanEmail.ToLowerInvariant(),
            AddedBy = viewer.Name,
            AddedAt = clock.GetUtcNow(),
        };
        office.ReportRecipients.Add(recipient);
        question.Ask(recipient, HttpContext);
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            office.ChangeTracker.Clear();
            return await RefuseAsync(
                "Recipient.Email",
                [new("", "This address is on the list already. Open it to ask again.")]
            );
        }
        new Toast($"Asked {recipient.Email}").Keep(TempData);
        return LocalRedirect(ReportLinks.All);
    }

    public async Task<IActionResult> OnPostTestAsync()
    {
        if (!MayEdit)
            return Forbid();
        var stop = HttpContext.RequestAborted;
        var me = await office
            .Users.Where(u => u.Id == viewer.Id)
            .Select(u => u.Email!)
            .SingleAsync(stop);
        await tell.QueueTestAsync(await tell.PreviewAsync(tell.Yesterday, null, stop), me, stop);
        new Toast($"A test is on its way to {me}").Keep(TempData);
        return LocalRedirect(ReportLinks.All);
    }

    async Task<IActionResult> RefuseAsync(string field, IEnumerable<ValidationFailure> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError(field, problem.ErrorMessage);
        return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
    }

    async Task<IActionResult> ShowAsync(int status)
    {
        var stop = HttpContext.RequestAborted;
        if (Settings.SendAt is null)
            Settings = SettingsForm.Of(
                await office.ReportSettings.AsNoTracking().SingleAsync(stop)
            );
        Recipients = await fragments.RecipientsAsync(stop);
        History = await fragments.HistoryAsync(stop);
        Response.StatusCode = status;
        return Page();
    }
}
