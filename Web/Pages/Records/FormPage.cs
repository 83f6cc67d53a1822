using System.Text.Encodings.Web;
using FluentValidation.Results;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>What the pages with a form about a record have in common.</summary>
public abstract class FormPage(RecordPageContext context, RecordParts parts)
    : RecordPageModel(context, parts)
{
    public RecordForm Form { get; protected set; } = null!;

    int tries;

    /// <summary>What somebody else took or removed this very moment is named the next time; not without end.</summary>
    protected bool MayTryAgain() => ++tries < 5;

    /// <summary>By the rules of the fields and by who else has the same. What is wrong stands in the form then.</summary>
    protected async Task<bool> IsFineAsync(Guid self)
    {
        foreach (var problem in await ProblemsAsync(self))
            Form.Errors.TryAdd(problem.PropertyName, problem.ErrorMessage);
        Form.Remarks = await Pages.Remarks(Office, self, Form, Stop);
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
                warning = remark is null ? ReadAs(field) : Markup(remark),
            }
        );
    }

    // Asked for only where something is wrong: it may have been so before anybody typed.
    async Task<IReadOnlyList<ValidationFailure>> ProblemsAsync(Guid self)
    {
        var problems = Context.Rules.Validate(Form).Errors;
        if (problems.Count == 0 || await Type.ReadAsync(Office, self, Stop) is not { } record)
            return problems;
        Form.Know(record);
        return Context.Rules.Validate(Form).Errors;
    }

    protected async Task<IActionResult> FormAsync(int status, string? fragment = null)
    {
        Form.KnownTags = await Pages.Tags(Office, Form, Stop);
        Response.StatusCode = status;
        return fragment is null ? Page() : Partial(fragment, this);
    }

    /// <summary>Said in the answer to htmx, else on the page that is shown next.</summary>
    protected IActionResult? Say(Toast toast, string next)
    {
        if (IsHtmx)
        {
            toast.Show(Response);
            return null;
        }
        toast.Keep(TempData);
        return Redirect(next);
    }

    /// <summary>A redirect that htmx follows with the whole page, not into the form.</summary>
    protected IActionResult GoTo(string address)
    {
        if (!IsHtmx)
            return Redirect(address);
        Response.Htmx(htmx => htmx.Redirect(address));
        return new OkResult();
    }

    // What is typed freely is shown as it was understood, before it is saved.
    string? ReadAs(string key)
    {
        var field = Form.Fields.First(f => f.Key == key);
        var lines = Form.Value(field) is { } value
            ? field.Type.ReadAs(value, Form.Words).ToList()
            : [];
        if (lines.Count == 0)
            return null;
        var items = string.Concat(
            lines.Select(line => $"<li>{HtmlEncoder.Default.Encode(line)}</li>")
        );
        return $"""<div class="hint" role="status">Read as<ul class="read-as">{items}</ul></div>""";
    }

    static string Markup(Remark remark)
    {
        var encode = HtmlEncoder.Default;
        var text = remark.IsError ? "" : encode.Encode(remark.Text) + " ";
        return $"""<p class="warn"><span>{text}<a href="{remark.Link.Address}" target="_blank">Look at {encode.Encode(remark.Link.Name)}</a></span></p>""";
    }
}
