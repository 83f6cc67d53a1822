using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
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
    ReportFragments parts,
    Fragments fragments,
    FormStart starts,
    IValidator<SettingsForm> settingsRules,
    IValidator<RecipientForm> recipientRules,
    TimeProvider clock
) : SmallFormPage(office, viewer, fragments, starts)
{
    public bool MayEdit => Viewer.IsAdmin;
    public SettingsForm Settings { get; private set; } = new();
    public RecipientForm Recipient { get; private set; } = new();
    public Fragment Recipients { get; private set; } = null!;
    public Fragment History { get; private set; } = null!;
    public string ZoneWords => $"In the office's zone: {tell.Zone.Words()}.";

    public string When =>
        Settings.IsOn ? $"It goes out at {Settings.SendAt}." : "It is switched off.";

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        return part switch
        {
            "recipients" => new FragmentResult(await parts.RecipientsAsync(Stop)),
            "history" => new FragmentResult(await parts.HistoryAsync(Stop)),
            _ => await ShowAsync(),
        };
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(string? start) =>
        MayEdit ? await MeanwhileAsync(await OpenAsync(), start) : Forbid();

    public async Task<IActionResult> OnPostSettingsAsync(
        [FromForm(Name = nameof(Settings))] SettingsForm form
    )
    {
        if (!MayEdit)
            return Forbid();
        Settings = form;
        var settings = await Office.ReportSettings.SingleAsync(Stop);
        var merging = form.MergeInto(settings, Request.Form);
        return await AskAsync(
                merging,
                await ProblemsAsync(form.Merged(merging)),
                await ProblemsAsync(form),
                SettingsForm.Prefix
            ) ?? await SaveAsync(settings, merging, () => OnPostSettingsAsync(form));
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!MayEdit)
            return Forbid();
        if (await GivenUp.FindAsync(Office, "report_settings", change, Stop) is not { } lost)
            return NotFound();
        var settings = await Office.ReportSettings.SingleAsync(Stop);
        Settings = SettingsForm.Of(settings);
        var merging = Settings.MergeInto(settings, Request.Form);
        return await RefusePutBackAsync(
                merging,
                lost,
                () => ProblemsAsync(Settings.Merged(merging))
            ) ?? await SaveAsync(settings, merging, () => OnPostPutBackAsync(change));
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(SettingsForm form) =>
        (await settingsRules.ValidateAsync(form, Stop)).Errors;

    Task<IActionResult> SaveAsync(
        ReportSettings settings,
        Merging merging,
        Func<Task<IActionResult>> again
    )
    {
        var merged = Settings.Merged(merging);
        (settings.IsOn, settings.SendAt) = (merged.IsOn, merged.Hour!.Value);
        return SaveAsync(
            merging,
            merged.IsOn ? $"The report goes out at {merged.SendAt}" : "The report is switched off",
            ReportLinks.All,
            again
        );
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
            AddedBy = Viewer.Name,
            AddedAt = clock.GetUtcNow(),
        };
        Office.ReportRecipients.Add(recipient);
        question.Ask(recipient, HttpContext);
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            Office.ChangeTracker.Clear();
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
        var me = await Office
            .Users.Where(u => u.Id == Viewer.Id)
            .Select(u => u.Email!)
            .SingleAsync(Stop);
        await tell.QueueTestAsync(await tell.PreviewAsync(tell.Yesterday, null, Stop), me, Stop);
        new Toast($"A test is on its way to {me}").Keep(TempData);
        return LocalRedirect(ReportLinks.All);
    }

    async Task<IActionResult> RefuseAsync(string field, IEnumerable<ValidationFailure> problems)
    {
        foreach (var problem in problems)
            ModelState.AddModelError(field, problem.ErrorMessage);
        return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
    }

    async Task<Merging> OpenAsync()
    {
        var stored = await Office.ReportSettings.AsNoTracking().SingleAsync(Stop);
        Settings = SettingsForm.Of(stored);
        return Settings.MergeInto(stored, FormCollection.Empty);
    }

    protected override string Topic => "reports";

    protected override string AddressOf(string row) => ReportLinks.All;

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        if (Settings.SendAt is null)
            Watch(await OpenAsync());
        Recipients = await parts.RecipientsAsync(Stop);
        History = await parts.HistoryAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }
}
