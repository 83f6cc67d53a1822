using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What is drawn of a section that is being edited.</summary>
public interface IRecordEdit
{
    Guid Id { get; }
    string Name { get; }
    Section Section { get; }
    RecordLinks Links { get; }
    RecordForm Edited { get; }
    Chooser? Chooser { get; }
    string? Notice { get; }
    bool IsGone { get; }
    IReadOnlyList<FieldClash> Clashes { get; }

    /// <summary>What tells of changes to this record, and where an open form asks for them.</summary>
    (string Topic, string Address) Meanwhile { get; }
}

/// <summary>One section of a record, edited in place, or as a page of its own where there is no script.</summary>
public abstract class RecordEditPage<T>(
    RecordContext context,
    RecordType<T> type,
    RecordLinks links
) : RecordFormPage<T>(context, type), IRecordEdit
    where T : class, IRecord
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "section")]
    public string? SectionWord { get; set; }

    public Section Section => Type.SectionOf(SectionWord) ?? Type.Sections[0];
    public RecordLinks Links => links;
    public RecordForm Edited => Form;
    public string Name { get; private set; } = "";
    public string? Notice { get; private set; }
    public bool IsGone { get; private set; }
    public IReadOnlyList<FieldClash> Clashes { get; private set; } = [];
    public Chooser? Chooser { get; private set; }

    public (string Topic, string Address) Meanwhile =>
        (
            Type.Topic(Id),
            links.Meanwhile(
                Id,
                Section,
                Context.Starts.Of([
                    .. Form.Fields.Select(f => (f.Key, Form.Was(f))),
                    MeanwhileOf<T>.Archived(Form.KnowsArchived),
                ])
            )
        );

    IEnumerable<Field<T>> Editable => Type.In(Section).Where(f => f.MayBeEditedBy(Context.Viewer));

    bool IsKnown => ModelState.IsValid && Type.SectionOf(SectionWord) is not null;
    string Others => LastChange.Names(Changes, Context.Viewer);
    IReadOnlyList<LastChange> Changes { get; set; } = [];

    /// <summary>As it is shown to this viewer when nobody edits it.</summary>
    protected abstract Task<Fragment> SectionAsync();

    /// <summary>Of what this request has saved and not committed yet.</summary>
    protected abstract Task<Fragment> SavedAsync(T record);

    /// <summary>Where what a request did is taken back.</summary>
    protected abstract string UndoOf(string requestId);

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (!IsKnown)
            return NotFound();
        if (!Section.MayBeEditedBy(Context.Viewer))
            return Forbid();
        if (await FindAsync(Id) is not { } record)
            return NotFound();
        Name = Type.Name(record);
        Field<T>[] fields = [.. Editable];
        Form = RecordForm.Of(record, fields, await Context.WordsAsync(fields, Stop));
        return await FormAsync(StatusCodes.Status200OK, part is null ? null : "Records/_Section");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsKnown)
            return NotFound();
        if (!Section.MayBeEditedBy(Context.Viewer))
            return Forbid();
        await ReadAsync();
        var isFine = await IsFineAsync(Id);
        if (RecordChooser.IsStillAsked(Form, Request.Form))
            return await AskAsync(RecordChooser.Asked(Form), isFine ? 409 : 422);
        if (!isFine)
            return await RefuseAsync(StatusCodes.Status422UnprocessableEntity);
        return await Type.SaveAsync(Office, Context.Effect, Id, Form, Stop) switch
        {
            Saved<T> saved => await DoneAsync(saved),
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
        if (!IsKnown)
            return NotFound();
        if (!Section.MayBeEditedBy(Context.Viewer))
            return Forbid();
        if (await FindAsync(Id) is not { } record)
            return NotFound();
        return new FragmentResult(
            Fragment.Of(
                await Context.Fragments.RenderAsync<Meanwhile>(
                    new
                    {
                        Id = links.Element(Section) + "-meanwhile",
                        Topic = Type.Topic(Id),
                        Address = links.Meanwhile(Id, Section, start ?? ""),
                        Changes = await new MeanwhileOf<T>(Context, Type, record).ChangesAsync(
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
        if (!IsKnown || !Section.MayBeEditedBy(Context.Viewer))
            return Forbid();
        await ReadAsync();
        return await CheckAsync(Id, field);
    }

    // A value changed in place comes alone: what is not in the form is not touched.
    async Task ReadAsync()
    {
        var posted = await Request.ReadFormAsync(Stop);
        Field<T>[] sent =
        [
            .. Editable.Where(f =>
                posted.ContainsKey(f.Key) || posted.ContainsKey(RecordForm.WasName(f))
            ),
        ];
        Form = RecordForm.Read(posted, sent, await Context.WordsAsync(sent, Stop));
    }

    async Task<IActionResult> DoneAsync(Saved<T> saved)
    {
        await TellChangesAsync(saved.Kept);
        var toast = new Toast(
            SavedWords.Of(Type.Name(saved.Record), saved.Changed, saved.Kept, Others),
            saved.Changed.Count == 0 ? null : UndoOf(Context.Viewer.RequestId!)
        );
        return Say(toast, links.Details(Id))
            ?? new FragmentResult(
                Context.Effect.IsOpen ? await SavedAsync(saved.Record) : await SectionAsync()
            );
    }

    async Task<IActionResult> UnchangedAsync(IReadOnlyList<Field> kept)
    {
        await TellChangesAsync(kept);
        var toast = new Toast(UnchangedWords.Of(Form, kept, Others), Kind: "attention");
        return Say(toast, links.Details(Id)) ?? new FragmentResult(await SectionAsync());
    }

    Task<IActionResult> ChooseAsync(IReadOnlyList<FieldClash> clashes)
    {
        Form.ForgetChoices();
        return AskAsync(clashes, StatusCodes.Status409Conflict);
    }

    async Task<IActionResult> AskAsync(IReadOnlyList<FieldClash> clashes, int status)
    {
        await TellChangesAsync(clashes.Select(c => c.Field));
        Clashes = clashes;
        Chooser = RecordChooser.Of(Form, clashes, Changes, Context.Viewer);
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
        Name = await FindAsync(Id) is { } record ? Type.Name(record) : $"Erased {Type.Word}";
        return await FormAsync(status, IsHtmx ? "Records/_Section" : null);
    }

    async Task TellChangesAsync(IEnumerable<Field> fields)
    {
        var columns = fields.Select(f => f.Column).ToList();
        if (columns.Count > 0)
            Changes = await LastChange.OfAsync(Office, Type.Table, $"{Id}", columns, Stop);
    }
}
