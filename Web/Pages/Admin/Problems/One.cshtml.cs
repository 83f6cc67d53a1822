using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Problems;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public class OneModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    FormStart starts,
    IValidator<AnswerForm> rules,
    TimeProvider clock
) : SmallFormPage(office, viewer, fragments, starts)
{
    public ProblemReport Report { get; private set; } = null!;
    public string Reporter { get; private set; } = "";
    public string Answerer { get; private set; } = "";
    public ProblemContext Context { get; private set; } = new();
    public AnswerForm Form { get; private set; } = new();
    public bool MayAnswer => Viewer.IsAdmin;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (MayAnswer)
            Watch(Open());
        return Page();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(Guid id, string? start)
    {
        if (!MayAnswer)
            return Forbid();
        return await FindAsync(id) ? await MeanwhileAsync(Open(), start) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        [FromForm(Name = nameof(Form))] AnswerForm form
    )
    {
        if (!MayAnswer)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        Form = form;
        var merging = form.MergeInto(Report, Request.Form);
        return await AskAsync(
                merging,
                await ProblemsAsync(form.Merged(merging)),
                await ProblemsAsync(form),
                AnswerForm.Prefix
            ) ?? await SaveAsync(merging, () => OnPostAsync(id, form));
    }

    public async Task<IActionResult> OnPostPutBackAsync(Guid id, string change)
    {
        if (!MayAnswer)
            return Forbid();
        if (
            await GivenUp.FindAsync(Office, AnswerForm.Table, change, Stop) is not { } lost
            || lost.Row != $"{id}"
            || !await FindAsync(id)
        )
            return NotFound();
        Form = AnswerForm.Of(Report);
        var merging = Form.MergeInto(Report, Request.Form);
        return await RefusePutBackAsync(merging, lost, () => ProblemsAsync(Form.Merged(merging)))
            ?? await SaveAsync(merging, () => OnPostPutBackAsync(id, change));
    }

    /// <summary>As it is now, in the form.</summary>
    Merging Open()
    {
        Form = AnswerForm.Of(Report);
        return Form.MergeInto(Report, FormCollection.Empty);
    }

    Task<IActionResult> SaveAsync(Merging merging, Func<Task<IActionResult>> again)
    {
        var merged = Form.Merged(merging);
        Report.Reply(merged.Chosen!.Value, merged.CleanAnswer, Viewer, clock.GetUtcNow());
        return SaveAsync(
            merging,
            $"{Reporter} will see your answer",
            ProblemLinks.One(Report.Id),
            again
        );
    }

    async Task<IEnumerable<ValidationFailure>> ProblemsAsync(AnswerForm form) =>
        (await rules.ValidateAsync(form, Stop)).Errors;

    async Task<bool> FindAsync(Guid id)
    {
        if (
            await Office.ProblemReports.SingleOrDefaultAsync(r => r.Id == id, Stop)
            is not { } report
        )
            return false;
        (Report, Context) = (report, ProblemContext.Read(report.Context));
        var names = await UserNames.OfAsync(Office, [report.UserId, report.AnsweredById], Stop);
        Reporter = names.Of(report.UserId, report.UserName);
        Answerer = names.Of(report.AnsweredById, report.AnsweredBy ?? "Somebody");
        return true;
    }

    protected override string Topic => "problems";

    protected override string AddressOf(string row) => ProblemLinks.One(Guid.Parse(row, null));

    protected override Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        return Task.FromResult<IActionResult>(Page());
    }
}
