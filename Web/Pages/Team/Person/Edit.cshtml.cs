using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Edits;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>One section of a person, edited in place, or as a page of its own where there is no script.</summary>
public class EditModel(
    Office office,
    Viewer viewer,
    PersonParts parts,
    Effect effect,
    Fragments fragments,
    FormStart starts,
    IValidator<PersonForm> rules,
    IConfiguration settings,
    TimeProvider clock
) : PersonPage(office, rules, settings, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Section Section { get; set; }

    public string Name { get; private set; } = "";
    public string? Notice { get; private set; }
    public bool IsGone { get; private set; }

    /// <summary>Where the open form asks what colleagues have changed since.</summary>
    public string Meanwhile =>
        PersonLinks.Meanwhile(
            Id,
            Section,
            starts.Of([
                .. Form.Fields.Select(f => (f.Key, Form.Was(f))),
                PersonMeanwhile.Of(Form.KnowsArchived),
            ])
        );

    public IReadOnlyList<FieldClash> Clashes { get; private set; } = [];
    public Chooser? Chooser { get; private set; }
    IReadOnlyList<LastChange> Changes { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (!ModelState.IsValid)
            return NotFound();
        if (!viewer.MayEdit(Section))
            return Forbid();
        if (
            await Office.Employees.AsNoTracking().FirstOrDefaultAsync(e => e.Id == Id, Stop)
            is not { } person
        )
            return NotFound();
        Name = person.Name;
        EmployeeField[] fields = [.. EmployeeFields.In(Section)];
        Form = PersonForm.Of(person, fields, await WordsAsync(fields));
        return await FormAsync(StatusCodes.Status200OK, part is null ? null : "_Section");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return NotFound();
        if (!viewer.MayEdit(Section))
            return Forbid();
        await ReadAsync();
        var isFine = await IsFineAsync(Id);
        if (Asking.IsStillAsked(Form, Request.Form))
            return await AskAgainAsync(isFine ? 409 : 422);
        if (!isFine)
            return await RefuseAsync(StatusCodes.Status422UnprocessableEntity);
        return await Merging.SaveAsync(Office, effect, Id, Form, Stop) switch
        {
            Saved saved => await DoneAsync(saved),
            Unchanged unchanged => await UnchangedAsync(unchanged.Kept),
            Clashing clashing => await ChooseAsync(clashing.Clashes),
            TakenMeanwhile => await OnPostAsync(),
            ArchivedMeanwhile => await ArchivedAsync(),
            _ => await ErasedAsync(),
        };
    }

    /// <summary>For a form that is open: what colleagues have changed since.</summary>
    public async Task<IActionResult> OnGetMeanwhileAsync(string? start)
    {
        if (!ModelState.IsValid)
            return NotFound();
        if (!viewer.MayEdit(Section))
            return Forbid();
        if (
            await Office.Employees.AsNoTracking().FirstOrDefaultAsync(e => e.Id == Id, Stop)
            is not { } person
        )
            return NotFound();
        EmployeeField[] seen = [.. EmployeeFields.In(Section).Where(viewer.MaySee)];
        var changed = starts.Changed(
            start,
            [.. seen.Select(f => (f.Key, f.Of(person))), PersonMeanwhile.Of(person.IsArchived)]
        );
        EmployeeField[] fields = [.. seen.Where(f => changed.Contains(f.Key))];
        var changes = await PersonMeanwhile.ChangesAsync(
            Office,
            viewer,
            person,
            fields,
            changed.Contains(PersonMeanwhile.Archived),
            await WordsAsync(fields),
            Stop
        );
        return new FragmentResult(
            Fragment.Of(
                await fragments.RenderAsync<Meanwhile>(
                    new
                    {
                        Id = PersonLinks.Element(Section) + "-meanwhile",
                        Topic = $"person:{Id}",
                        Address = PersonLinks.Meanwhile(Id, Section, start ?? ""),
                        Changes = changes,
                    }
                )
            )
        );
    }

    public async Task<IActionResult> OnPostCheckAsync(string? field)
    {
        if (!ModelState.IsValid || !viewer.MayEdit(Section))
            return Forbid();
        await ReadAsync();
        return await CheckAsync(Id, field);
    }

    string Others => LastChange.Names(Changes, viewer);

    async Task ReadAsync()
    {
        var posted = await Request.ReadFormAsync(Stop);
        EmployeeField[] sent = [.. Sent(posted)];
        Form = PersonForm.Read(posted, sent, await WordsAsync(sent));
    }

    /// <summary>A value changed in place comes alone: what is not in the form is not touched.</summary>
    IEnumerable<EmployeeField> Sent(IFormCollection posted) =>
        EmployeeFields
            .In(Section)
            .Where(f => posted.ContainsKey(f.Key) || posted.ContainsKey(PersonForm.WasName(f)));

    async Task<IActionResult> DoneAsync(Saved saved)
    {
        await TellChangesAsync(saved.Kept);
        var toast = new Toast(
            SavedWords.Of(saved, Others),
            saved.Changed.Count == 0 ? null : TeamLinks.Undo(viewer.RequestId!)
        );
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(
                effect.IsOpen
                    ? await parts.SavedAsync(saved.Person, Section, Stop)
                    : await parts.SectionAsync(Id, Section, Stop)
            );
        }
        toast.Keep(TempData);
        return Redirect(PersonLinks.Details(Id));
    }

    async Task<IActionResult> UnchangedAsync(IReadOnlyList<EmployeeField> kept)
    {
        await TellChangesAsync(kept);
        var toast = new Toast(UnchangedWords.Of(Form, kept, Others), Kind: "attention");
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(await parts.SectionAsync(Id, Section, Stop));
        }
        toast.Keep(TempData);
        return Redirect(PersonLinks.Details(Id));
    }

    async Task<IActionResult> ChooseAsync(IReadOnlyList<FieldClash> clashes)
    {
        await TellChangesAsync(clashes.Select(c => c.Field));
        Form.ForgetChoices();
        (Clashes, Chooser) = (clashes, Asking.About(Form, clashes, Changes, viewer));
        return await RefuseAsync(StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> AskAgainAsync(int status)
    {
        var asked = Asking.Asked(Form);
        await TellChangesAsync(asked.Select(c => c.Field));
        (Clashes, Chooser) = (asked, Asking.About(Form, asked, Changes, viewer));
        return await RefuseAsync(status);
    }

    async Task<IActionResult> ArchivedAsync()
    {
        Changes = await LastChange.OfAsync(Office, "employees", $"{Id}", ["archived_at"], Stop);
        Notice =
            $"{Others} archived this person while you were typing. What you typed is still here.";
        Form.KnowsArchived = true;
        return await RefuseAsync(StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> ErasedAsync()
    {
        IsGone = true;
        Notice = "This person was erased while you were typing. Nothing can be saved any more.";
        return await RefuseAsync(StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> RefuseAsync(int status)
    {
        Name =
            await Office
                .Employees.Where(e => e.Id == Id)
                .Select(e => e.Name)
                .FirstOrDefaultAsync(Stop)
            ?? "Erased person";
        return await FormAsync(status, IsHtmx ? "_Section" : null);
    }

    async Task TellChangesAsync(IEnumerable<EmployeeField> fields)
    {
        var columns = fields.Select(f => f.Column).ToList();
        if (columns.Count > 0)
            Changes = await LastChange.OfAsync(Office, "employees", $"{Id}", columns, Stop);
    }
}
