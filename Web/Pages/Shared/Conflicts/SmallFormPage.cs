using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>A page with a small form about one row, which somebody else may have open, too.</summary>
public abstract class SmallFormPage(RecordPageContext context) : PageModel
{
    /// <summary>The element that tells what colleagues change while the form is open.</summary>
    public const string MeanwhileId = "meanwhile";

    public const string ChangedSince = "It has changed again since. Nothing was put back.";

    /// <summary>None where no form is open.</summary>
    public RecordForm? Form { get; private set; }

    /// <summary>What is wrong with the whole.</summary>
    public string? Problem { get; private set; }

    /// <summary>What somebody has to choose between, if they have to.</summary>
    public Chooser? Chooser { get; private set; }

    /// <summary>Where the open form asks what colleagues have changed since; null where none is open.</summary>
    public (string Topic, string Address)? Meanwhile { get; private set; }

    protected Office Office => context.Office;
    protected Viewer Viewer => context.Viewer;
    protected Fragments Fragments => context.Fragments;
    protected RecordPageContext Context => context;
    protected CancellationToken Stop => HttpContext.RequestAborted;

    protected abstract string Table { get; }

    /// <summary>What is told when one of these rows has changed.</summary>
    protected abstract string Topic { get; }

    /// <summary>The page with the form about this row.</summary>
    protected abstract string AddressOf(string row);

    /// <summary>The page, with all that stands around the form.</summary>
    protected abstract Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK);

    /// <summary>The form is drawn as the row is now. It will tell what changes from now on.</summary>
    protected async Task OpenAsync(EditedRow edited)
    {
        Form = RecordForm.Of(edited.Row, edited.Fields, await WordsAsync(edited));
        Form.TakesFocus = edited.TakesFocus;
        Watch(edited);
    }

    /// <summary>Takes what was posted into the row. Null: it can be saved. Else something in it cannot be, or somebody has to choose first.</summary>
    /// <param name="wish">Of a command that stands for typing: as if this row had been typed.</param>
    protected async Task<IActionResult?> EditAsync(EditedRow edited, object? wish = null)
    {
        var posted = await Request.ReadFormAsync(Stop);
        // What is not in the form is not touched; something new is all in it.
        Field[] sent =
        [
            .. edited.Fields.Where(f =>
                edited.IsNew
                || posted.ContainsKey(f.Key)
                || posted.ContainsKey(RecordForm.WasName(f))
            ),
        ];
        Form = RecordForm.Read(posted, sent, await WordsAsync(edited));
        Form.TakesFocus = edited.TakesFocus;
        if (!edited.IsNew)
            Form.Know(edited.Row);
        if (wish is not null)
            Form.Type(wish);
        foreach (var problem in context.Rules.Validate(Form).Errors)
            Form.Errors.TryAdd(problem.PropertyName, problem.ErrorMessage);
        Watch(edited);
        if (!edited.IsNew && RecordChooser.IsStillAsked(Form, posted))
            return await AskAsync(edited, RecordChooser.Asked(Form));
        if (Form.Errors.Count > 0)
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
        // There is nobody to meet, whatever the form says that it was.
        if (edited.IsNew)
        {
            Form.Fill(edited.Row);
            return null;
        }
        var outcome = RecordEdit.Apply(Table, edited.Row, Form.Edits(edited.Row));
        if (outcome.Clashes.Count == 0)
            return null;
        Form.ForgetChoices();
        return await AskAsync(edited, outcome.Clashes);
    }

    async Task<IActionResult> AskAsync(EditedRow edited, IReadOnlyList<FieldClash> clashes)
    {
        var changes = await LastChange.OfAsync(
            Office,
            Table,
            edited.Key,
            [.. clashes.Select(clash => clash.Field.Column)],
            Stop
        );
        Chooser = RecordChooser.Of(Form!, clashes, changes, Viewer);
        return await ShowAsync(
            Form!.Errors.Count > 0
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status409Conflict
        );
    }

    protected async Task<IActionResult> MeanwhileAsync(EditedRow edited, string? start) =>
        new FragmentResult(
            Fragment.Of(
                await Fragments.RenderAsync<Meanwhile>(
                    new
                    {
                        Id = MeanwhileId,
                        Topic,
                        Address = MeanwhileOf(edited, start ?? ""),
                        Changes = await RowMeanwhile.ChangesAsync(
                            context,
                            Table,
                            edited,
                            start,
                            Stop
                        ),
                    }
                )
            )
        );

    /// <summary>What somebody gave up comes back if it still may: by the rules of today, whatever the trail says of it.</summary>
    protected async Task<IActionResult?> RefusePutBackAsync(EditedRow edited, Lost lost)
    {
        await OpenAsync(edited);
        if (
            edited.ByColumn(lost.Column) is not { } field
            || field.Of(edited.Row) != field.FromTrail(lost.Kept)
        )
            return await RefuseAsync(ChangedSince);
        var value = field.FromTrail(lost.Value);
        if (!field.TryRead(field.Edit(value, Form!.Words), Form.Words, out value, out var problem))
            return await RefuseAsync(
                $"Nothing was put back. {problem}",
                StatusCodes.Status422UnprocessableEntity
            );
        field.Put(edited.Row, value);
        return null;
    }

    /// <param name="edited">None for a command: nobody gave anything up.</param>
    /// <param name="again">All from the start: what was read is not what is stored any more.</param>
    protected async Task<IActionResult> SaveAsync(
        EditedRow? edited,
        string done,
        string address,
        Func<Task<IActionResult>> again
    )
    {
        var isChanged = Office.ChangeTracker.HasChanges();
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsThere())
        {
            Office.ChangeTracker.Clear();
            return await again();
        }
        if (edited is { IsNew: false })
            await GivenUp.KeepAsync(
                Office,
                Table,
                edited.Key,
                null,
                Topic,
                Form!.GivenUps(edited.Row, edited.Initial),
                Stop
            );
        var toast = isChanged
            ? new Toast(done)
            : new Toast(UnchangedWords.Nothing, Kind: "attention");
        toast.Keep(TempData);
        return LocalRedirect(address);
    }

    protected Task<IActionResult> RefuseAsync(
        string problem,
        int status = StatusCodes.Status409Conflict
    )
    {
        Problem = problem;
        return ShowAsync(status);
    }

    Task<OfficeWords> WordsAsync(EditedRow edited) => context.WordsAsync(edited.Fields, Stop);

    void Watch(EditedRow edited) =>
        Meanwhile = edited.IsNew
            ? null
            : (
                Topic,
                MeanwhileOf(
                    edited,
                    context.Starts.Of(Form!.Fields.Select(f => (f.Key, Form.Was(f))))
                )
            );

    string MeanwhileOf(EditedRow edited, string start) =>
        QueryHelpers.AddQueryString(
            AddressOf(edited.Key),
            new Dictionary<string, string?> { ["handler"] = "Meanwhile", ["start"] = start }
        );
}
