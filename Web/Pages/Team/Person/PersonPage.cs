using System.Text.Encodings.Web;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>What the pages with a form about a person have in common.</summary>
public abstract class PersonPage(
    Office office,
    IValidator<PersonForm> rules,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    public PersonForm Form { get; protected set; } = null!;

    protected Office Office => office;
    protected CancellationToken Stop => HttpContext.RequestAborted;
    protected bool IsHtmx => Request.Headers.ContainsKey("HX-Request");

    protected async Task<OfficeWords> WordsAsync(IReadOnlyCollection<EmployeeField> fields) =>
        (await office.WordsAsync(fields, OfficeCountry.From(settings), Stop)).At(clock);

    /// <summary>By the rules of the fields and by who else has the same. What is wrong stands in the form then.</summary>
    protected async Task<bool> IsFineAsync(Guid self)
    {
        foreach (var problem in await ProblemsAsync(self))
            Form.Errors.TryAdd(problem.PropertyName, problem.ErrorMessage);
        Form.Remarks = await Lookalikes.OfAsync(office, self, Form, Stop);
        foreach (var remark in Form.Remarks.Where(r => r.IsError))
            Form.Errors.TryAdd(remark.Key, remark.Text);
        return Form.Errors.Count == 0;
    }

    /// <summary>The answer for one field that was left: see `data-check`.</summary>
    protected async Task<IActionResult> CheckAsync(Guid self, string? field)
    {
        if (field is null || !Form.Fields.Any(f => f.Key == field))
            return BadRequest("field: name one that is in the form.");
        await IsFineAsync(self);
        var remark = Form.Remarks.FirstOrDefault(r => r.Key == field);
        return new JsonResult(
            new
            {
                error = Form.Errors.GetValueOrDefault(field),
                warning = remark is null ? null : Markup(remark),
            }
        );
    }

    // Asked for only where something is wrong: it may have been so before anybody typed.
    async Task<IReadOnlyList<ValidationFailure>> ProblemsAsync(Guid self)
    {
        var problems = rules.Validate(Form).Errors;
        if (
            problems.Count == 0
            || await office.Employees.AsNoTracking().FirstOrDefaultAsync(e => e.Id == self, Stop)
                is not { } person
        )
            return problems;
        Form.Know(person);
        return rules.Validate(Form).Errors;
    }

    protected async Task<IActionResult> FormAsync(int status, string? fragment = null)
    {
        if (Form.Fields.Contains(EmployeeFields.Skills))
            Form.KnownSkills = await office
                .Skills.OrderBy(s => s.Name)
                .Select(s => s.Name)
                .Take(500)
                .ToListAsync(Stop);
        Response.StatusCode = status;
        return fragment is null ? Page() : Partial(fragment, this);
    }

    /// <summary>A redirect that htmx follows with the whole page, not into the form.</summary>
    protected IActionResult GoTo(string address)
    {
        if (!IsHtmx)
            return Redirect(address);
        Response.Headers["HX-Redirect"] = address;
        return new OkResult();
    }

    static string Markup(Remark remark)
    {
        var encode = HtmlEncoder.Default;
        var text = remark.IsError ? "" : encode.Encode(remark.Text) + " ";
        return $"""<p class="warn"><span>{text}<a href="{PersonLinks.Details(remark.Other.Id)}" target="_blank">Look at {encode.Encode(remark.Other.Name)}</a></span></p>""";
    }
}
