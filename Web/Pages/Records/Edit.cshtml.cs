using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>One section of a record, edited in place, or as a page of its own where there is no script.</summary>
public class EditModel(RecordPageContext context, RecordParts parts) : FormPage(context, parts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "section")]
    public string? SectionWord { get; set; }

    public Section Section => Type.SectionOf(SectionWord) ?? Type.Sections[0];
    public string Name { get; private set; } = "";
    public string? Notice { get; private set; }
    public bool IsGone { get; private set; }
    public Chooser? Chooser { get; private set; }

    /// <summary>What announces changes to this record, and where an open form asks for them.</summary>
    public (string Topic, string Address) Meanwhile =>
        (
            Type.Topic(Id),
            Links.Meanwhile(
                Id,
                Section,
                Context.Starts.Of([
                    .. Form.Fields.Select(f => (f.Key, Form.Was(f))),
                    RecordMeanwhile.Archived(Form.KnowsArchived),
                ])
            )
        );

    IEnumerable<Field> Editable => Type.In(Section).Where(f => f.MayBeEditedBy(Viewer));

    /// <summary>Null when this viewer may edit this section.</summary>
    IActionResult? Refusal =>
        !ModelState.IsValid || Type.SectionOf(SectionWord) is null ? NotFound()
        : Section.MayBeEditedBy(Viewer) ? null
        : Forbid();
    string Others => LastChange.Names(Changes, Viewer);
    IReadOnlyList<LastChange> Changes { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (await Type.ReadAsync(Office, Id, Stop) is not { } record)
            return NotFound();
        Name = record.Name;
        Field[] fields = [.. Editable];
        Form = RecordForm.Of(record, fields, await Context.WordsAsync(fields, Stop));
        return await FormAsync(StatusCodes.Status200OK, part is null ? null : "_Section");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Refusal is { } refusal)
            return refusal;
        await ReadAsync();
        var isFine = await IsFineAsync(Id);
        if (RecordChooser.IsStillAsked(Form, Request.Form))
            return await AskAsync(RecordChooser.Asked(Form), isFine ? 409 : 422);
        if (!isFine)
            return await RefuseAsync(StatusCodes.Status422UnprocessableEntity);
        return await Type.SaveAsync(Office, Context.Effect, Id, Form, Stop) switch
        {
            Saved saved => await DoneAsync(saved),
            Unchanged unchanged => await UnchangedAsync(unchanged.Kept),
            Clashing clashing => await ChooseAsync(clashing.Clashes),
            TakenMeanwhile when MayTryAgain() => await OnPostAsync(),
            TakenMeanwhile => await TakenAsync(),
            ArchivedMeanwhile => await ArchivedAsync(),
            _ => await ErasedAsync(),
        };
    }

    /// <summary>For a form that is open: what colleagues have changed since.</summary>
    public async Task<IActionResult> OnGetMeanwhileAsync(string? start)
    {
        if (Refusal is { } refusal)
            return refusal;
        if (await Type.ReadAsync(Office, Id, Stop) is not { } record)
            return NotFound();
        return new FragmentResult(
            Fragment.Of(
                await Context.Fragments.RenderAsync<Meanwhile>(
                    new
                    {
                        Id = Links.Element(Section) + "-meanwhile",
                        Topic = Type.Topic(Id),
                        Address = Links.Meanwhile(Id, Section, start ?? ""),
                        Changes = await new RecordMeanwhile(Context, Type, record).ChangesAsync(
                            Type.In(Section),
                            start,
                            Stop
                        ),
                    }
                )
            )
        );
    }

    public async Task<IActionResult> OnPostCheckAsync(string? field)
    {
        if (Refusal is { } refusal)
            return refusal;
        await ReadAsync();
        return await CheckAsync(Id, field);
    }

    // A value changed in place comes alone: what is not in the form is not touched.
    async Task ReadAsync()
    {
        var posted = await Request.ReadFormAsync(Stop);
        Field[] sent =
        [
            .. Editable.Where(f =>
                posted.ContainsKey(f.Key) || posted.ContainsKey(RecordForm.WasName(f))
            ),
        ];
        Form = RecordForm.Read(posted, sent, await Context.WordsAsync(sent, Stop));
    }

    async Task<IActionResult> DoneAsync(Saved saved)
    {
        await TellChangesAsync(saved.Kept);
        var toast = new Toast(
            SavedWords.Of(saved.Record.Name, saved.Changed, saved.Kept, Others),
            saved.Changed.Count == 0 ? null : UndoLinks.Of(Viewer.RequestId!)
        );
        return Say(toast, Links.Details(Id))
            ?? new FragmentResult(
                Context.Effect.IsOpen
                    ? await Parts.SavedAsync(Pages, saved.Record, Section, Stop)
                    : await SectionAsync()
            );
    }

    async Task<IActionResult> UnchangedAsync(IReadOnlyList<Field> kept)
    {
        await TellChangesAsync(kept);
        var toast = new Toast(UnchangedWords.Of(Form, kept, Others), Kind: "attention");
        return Say(toast, Links.Details(Id)) ?? new FragmentResult(await SectionAsync());
    }

    Task<Fragment> SectionAsync() => Parts.SectionAsync(Pages, Id, Section, Stop);

    Task<IActionResult> ChooseAsync(IReadOnlyList<FieldClash> clashes)
    {
        Form.ForgetChoices();
        return AskAsync(clashes, StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> AskAsync(IReadOnlyList<FieldClash> clashes, int status)
    {
        await TellChangesAsync(clashes.Select(c => c.Field));
        Chooser = RecordChooser.Of(Form, clashes, Changes, Viewer);
        return await RefuseAsync(status);
    }

    async Task<IActionResult> ArchivedAsync()
    {
        Changes = await LastChange.OfAsync(
            Office,
            Type.Table,
            $"{Id}",
            [IRecord.ArchivedAtColumn],
            Stop
        );
        Notice =
            $"{Others} archived this {Type.Word} while you were typing. What you typed is still here.";
        Form.KnowsArchived = true;
        return await RefuseAsync(StatusCodes.Status409Conflict);
    }

    Task<IActionResult> TakenAsync()
    {
        Notice = "Others are changing the same values right now. Save again in a moment.";
        return RefuseAsync(StatusCodes.Status409Conflict);
    }

    Task<IActionResult> ErasedAsync()
    {
        IsGone = true;
        Notice =
            $"This {Type.Word} was erased while you were typing. Nothing can be saved any more.";
        return RefuseAsync(StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> RefuseAsync(int status)
    {
        Name = await Type.ReadAsync(Office, Id, Stop) is { } record
            ? record.Name
            : $"Erased {Type.Word}";
        return await FormAsync(status, IsHtmx ? "_Section" : null);
    }

    async Task TellChangesAsync(IEnumerable<Field> fields)
    {
        var columns = fields.Select(f => f.Column).ToList();
        if (columns.Count > 0)
            Changes = await LastChange.OfAsync(Office, Type.Table, $"{Id}", columns, Stop);
    }
}
