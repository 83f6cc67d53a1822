using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Shared;

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
    public bool MayEdit => viewer.IsAdmin;
    public SettingsForm Settings { get; private set; } = new();
    public RecipientForm Recipient { get; private set; } = new();
    public string? Problem { get; private set; }
    public Fragment Recipients { get; private set; } = null!;
    public Fragment History { get; private set; } = null!;
    public string ZoneWords => $"In the office's zone: {tell.Zone.Id}.";

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
        var problems = (await settingsRules.ValidateAsync(form)).Errors;
        if (problems.Count > 0)
            return await RefuseAsync("Settings.SendAt", problems);
        var settings = await office.ReportSettings.SingleAsync(HttpContext.RequestAborted);
        (settings.IsOn, settings.SendAt) = (form.IsOn, form.Hour!.Value);
        office.Entry(settings).Property(s => s.RowVersion).OriginalValue = form.Version;
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            office.ChangeTracker.Clear();
            var theirs = SettingsForm.Of(await office.ReportSettings.AsNoTracking().SingleAsync());
            Problem =
                $"Somebody changed this while you were typing: it is now {(theirs.IsOn ? theirs.SendAt : "off")}. Save again to replace that.";
            Settings.Version = theirs.Version;
            ModelState.Remove("Settings.Version");
            return await ShowAsync(StatusCodes.Status409Conflict);
        }
        new Toast(
            form.IsOn ? $"The report goes out at {form.SendAt}" : "The report is switched off"
        ).Keep(TempData);
        return LocalRedirect(ReportLinks.All);
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
