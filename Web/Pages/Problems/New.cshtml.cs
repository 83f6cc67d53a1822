using FluentValidation;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Confirmation;

namespace StaffDashboard.Web.Pages.Problems;

public class NewModel(
    Office office,
    Viewer viewer,
    SlowDown slowDown,
    IValidator<ProblemForm> rules,
    TimeProvider clock
) : PageModel
{
    const int FreeReports = 5;

    public ProblemForm Form { get; private set; } = new();

    bool IsFromDialog => Request.IsHtmx();

    // By its name alone it would be the page of this program that answers: "page" is a part of every route.
    public void OnGet([FromQuery] string? page, string? reference) =>
        Form = new()
        {
            Page = new ProblemForm { Page = page }.Path,
            Reference = reference,
            Version = ProgramVersion.Here,
        };

    public async Task<IActionResult> OnPostAsync([FromForm] ProblemForm form)
    {
        var stop = HttpContext.RequestAborted;
        Form = form;
        foreach (var error in (await rules.ValidateAsync(form, stop)).Errors)
            ModelState.AddModelError(nameof(ProblemForm.Comment), error.ErrorMessage);
        if (!ModelState.IsValid)
            return Refuse(StatusCodes.Status422UnprocessableEntity);
        if (await slowDown.TakeAsync([Mine()], stop) is var wait && wait > TimeSpan.Zero)
        {
            TooManyAttempts.Say(Response, wait);
            // Nobody looks at a form: it is sent again by itself.
            if (Request.Headers.ContainsKey("X-Waited"))
                return StatusCode(StatusCodes.Status429TooManyRequests);
            ModelState.AddModelError(
                nameof(ProblemForm.Comment),
                "You have sent several reports just now. Wait a minute, then send this one."
            );
            return Refuse(
                IsFromDialog
                    ? StatusCodes.Status422UnprocessableEntity
                    : StatusCodes.Status429TooManyRequests
            );
        }
        office.ProblemReports.Add(Report(form));
        await office.SaveChangesAsync(stop);
        var said = new Toast(ProblemWords.Done);
        if (!IsFromDialog)
        {
            said.Keep(TempData);
            return LocalRedirect(ProblemLinks.Own);
        }
        said.Show(Response);
        return new NoContentResult();
    }

    Counted Mine() =>
        new("problem", viewer.Id.ToString()!, FreeReports) { Longest = TimeSpan.FromMinutes(1) };

    ProblemReport Report(ProblemForm form)
    {
        var context = ProblemContext.Read(form.Context);
        if (context.Browser.Length == 0)
            context = context with { Browser = Browser() };
        return new()
        {
            UserId = viewer.Id!.Value,
            UserName = viewer.Name,
            At = clock.GetUtcNow(),
            Comment = form.CleanComment,
            Page = form.Path,
            Version = form.CleanVersion,
            Reference = form.CleanReference,
            Context = context.ToJson(),
        };
    }

    string Browser() => BrowserWords.WithVersion(Request.Headers.UserAgent.ToString());

    IActionResult Refuse(int code)
    {
        Response.StatusCode = code;
        return IsFromDialog
            ? new PartialViewResult
            {
                ViewName = "_ReportForm",
                ViewData = new ViewDataDictionary<ProblemForm>(ViewData, Form),
                StatusCode = code,
            }
            : Page();
    }
}
