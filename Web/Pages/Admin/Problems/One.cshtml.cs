using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Problems;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public class OneModel(
    Office office,
    Viewer viewer,
    IValidator<AnswerForm> rules,
    TimeProvider clock
) : PageModel
{
    public ProblemReport Report { get; private set; } = null!;
    public string Reporter { get; private set; } = "";
    public string Answerer { get; private set; } = "";
    public ProblemContext Context { get; private set; } = new();
    public AnswerForm Form { get; private set; } = new();
    public string? Problem { get; private set; }
    public bool MayAnswer => viewer.IsAdmin;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Form = new()
        {
            State = Report.State,
            Answer = Report.Answer,
            Version = Report.RowVersion,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        [FromForm(Name = nameof(Form))] AnswerForm form
    )
    {
        var stop = HttpContext.RequestAborted;
        if (!MayAnswer)
            return Forbid();
        if (!await FindAsync(id))
            return NotFound();
        Form = form;
        foreach (var error in (await rules.ValidateAsync(form, stop)).Errors)
            ModelState.AddModelError("Form.Answer", error.ErrorMessage);
        if (!ModelState.IsValid)
            return Refuse(StatusCodes.Status422UnprocessableEntity);
        Report.Reply(form.State, form.CleanAnswer, viewer, clock.GetUtcNow());
        office.Entry(Report).Property(r => r.RowVersion).OriginalValue = form.Version;
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            office.ChangeTracker.Clear();
            await FindAsync(id);
            Problem =
                $"{Answerer} changed this while you were typing. Your text is still here: save again to replace theirs.";
            form.Version = Report.RowVersion;
            ModelState.Remove("Form.Version");
            return Refuse(StatusCodes.Status409Conflict);
        }
        new Toast($"{Reporter} will see your answer").Keep(TempData);
        return LocalRedirect(ProblemLinks.One(id));
    }

    async Task<bool> FindAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.ProblemReports.SingleOrDefaultAsync(r => r.Id == id, stop)
            is not { } report
        )
            return false;
        (Report, Context) = (report, ProblemContext.Read(report.Context));
        var names = await UserNames.OfAsync(office, [report.UserId, report.AnsweredById], stop);
        Reporter = names.Of(report.UserId, report.UserName);
        Answerer = names.Of(report.AnsweredById, report.AnsweredBy ?? "Somebody");
        return true;
    }

    PageResult Refuse(int code)
    {
        Response.StatusCode = code;
        return Page();
    }
}
