using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Problems;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public class OneModel(RecordPageContext context) : SmallFormPage(context)
{
    public ProblemReport Report { get; private set; } = null!;
    public string Reporter { get; private set; } = "";
    public string Answerer { get; private set; } = "";
    public ProblemContext Details { get; private set; } = new();
    public bool MayAnswer => Viewer.IsAdmin;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (MayAnswer)
            await OpenAsync(Answer());
        return Page();
    }

    public async Task<IActionResult> OnGetMeanwhileAsync(Guid id, string? start)
    {
        if (!MayAnswer)
            return Forbid();
        return await FindAsync(id) ? await MeanwhileAsync(Answer(), start) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!MayAnswer)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        var answer = Answer();
        return await EditAsync(answer) ?? await SaveAsync(answer, () => OnPostAsync(id));
    }

    public async Task<IActionResult> OnPostPutBackAsync(Guid id, string change)
    {
        if (!MayAnswer)
            return Forbid();
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { } lost
            || lost.Row != $"{id}"
            || !await FindAsync(id)
        )
            return NotFound();
        var answer = Answer();
        return await RefusePutBackAsync(answer, lost)
            ?? await SaveAsync(answer, () => OnPostPutBackAsync(id, change));
    }

    EditedRow Answer() => new($"{Report.Id}", Report, ProblemReportFields.Of(Reporter));

    Task<IActionResult> SaveAsync(EditedRow answer, Func<Task<IActionResult>> again)
    {
        if (Office.ChangeTracker.HasChanges())
            Report.MarkAnswered(Viewer, Context.Clock.GetUtcNow());
        return SaveAsync(
            answer,
            $"{Reporter} will see your answer",
            ProblemLinks.One(Report.Id),
            again
        );
    }

    async Task<bool> FindAsync(Guid id)
    {
        if (
            await Office.ProblemReports.SingleOrDefaultAsync(r => r.Id == id, Stop)
            is not { } report
        )
            return false;
        (Report, Details) = (report, ProblemContext.Read(report.Context));
        var names = await UserNames.OfAsync(Office, [report.UserId, report.AnsweredById], Stop);
        Reporter = names.Of(report.UserId, report.UserName);
        Answerer = names.Of(report.AnsweredById, report.AnsweredBy ?? "Somebody");
        return true;
    }

    protected override string Table => "problem_reports";

    protected override string Topic => "problems";

    protected override string AddressOf(string row) => ProblemLinks.One(Guid.Parse(row, null));

    protected override Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        return Task.FromResult<IActionResult>(Page());
    }
}
