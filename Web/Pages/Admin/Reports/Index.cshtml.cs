using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging.Reports;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public class IndexModel(
    RecordPageContext context,
    TellDay tell,
    AskRecipient question,
    ReportFragments parts,
    IValidator<RecipientForm> recipientRules
) : SmallFormPage(context)
{
    public bool MayEdit => Viewer.IsAdmin;
    public RecipientForm Recipient { get; private set; } = new();
    public Fragment Recipients { get; private set; } = null!;
    public Fragment History { get; private set; } = null!;

    public string When =>
        settings.IsOn ? $"It goes out at {TimeType.Text(settings.SendAt)}." : "It is switched off.";

    ReportSettings settings = new();

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
        MayEdit ? await MeanwhileAsync(await FindAsync(), start) : Forbid();

    public async Task<IActionResult> OnPostSettingsAsync()
    {
        if (!MayEdit)
            return Forbid();
        var edited = await FindAsync();
        return await EditAsync(edited) ?? await SaveAsync(edited, OnPostSettingsAsync);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (!MayEdit)
            return Forbid();
        if (await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost)
            return NotFound();
        var edited = await FindAsync();
        return await RefusePutBackAsync(edited, lost)
            ?? await SaveAsync(edited, () => OnPostPutBackAsync(change));
    }

    Task<IActionResult> SaveAsync(EditedRow edited, Func<Task<IActionResult>> again) =>
        SaveAsync(
            edited,
            settings.IsOn
                ? $"The report goes out at {TimeType.Text(settings.SendAt)}"
                : "The report is switched off",
            ReportLinks.All,
            again
        );

    /// <summary>As they are now: there is one row.</summary>
    async Task<EditedRow> FindAsync()
    {
        settings = await Office.ReportSettings.SingleAsync(Stop);
        return new(
            $"{settings.Id}",
            settings,
            ReportSettingsFields.Of($"In the office's zone: {tell.Zone.Words()}.")
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
            AddedAt = Context.Clock.GetUtcNow(),
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

    protected override string Table => "report_settings";

    protected override string Topic => "reports";

    protected override string AddressOf(string row) => ReportLinks.All;

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        if (Form is null)
            await OpenAsync(await FindAsync());
        Recipients = await parts.RecipientsAsync(Stop);
        History = await parts.HistoryAsync(Stop);
        Response.StatusCode = status;
        return Page();
    }
}
