using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>A page with a small form about one row, which somebody else may have open, too.</summary>
public abstract class SmallFormPage(
    Office office,
    Viewer viewer,
    Fragments fragments,
    FormStart starts
) : PageModel
{
    /// <summary>The element that tells what colleagues change while the form is open.</summary>
    public const string MeanwhileId = "meanwhile";

    /// <summary>What is wrong with the whole.</summary>
    public string? Problem { get; private set; }
    public Chooser? Chooser { get; private set; }

    /// <summary>Where the open form asks what colleagues have changed since; null where none is open.</summary>
    public (string Topic, string Address)? Meanwhile { get; private set; }

    protected Office Office => office;
    protected Viewer Viewer => viewer;
    protected Fragments Fragments => fragments;
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>What is told when one of these rows has changed.</summary>
    protected abstract string Topic { get; }

    /// <summary>The page with the form about this row.</summary>
    protected abstract string AddressOf(string row);

    /// <summary>The page, with all that stands around the form.</summary>
    protected abstract Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK);

    /// <summary>Null: it can be saved. Else something in it cannot be, or somebody has to choose first.</summary>
    /// <param name="problems">Of what would be saved.</param>
    /// <param name="typed">Of what was typed, be it given up or not.</param>
    protected async Task<IActionResult?> AskAsync(
        Merging merging,
        IEnumerable<ValidationFailure> problems,
        IEnumerable<ValidationFailure> typed,
        string prefix = ""
    )
    {
        merging.Drop(typed, prefix);
        Watch(merging);
        if (merging.Refuses(problems, ModelState, prefix))
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity);
        if (!merging.IsAsking)
            return null;
        var changes = await LastChange.OfAsync(
            office,
            merging.Table,
            merging.Row,
            [.. merging.Columns],
            Stop
        );
        Chooser = merging.Ask(changes, viewer);
        return await ShowAsync(merging.Status);
    }

    /// <summary>The form is drawn: it will tell what changes from now on.</summary>
    protected void Watch(Merging merging) =>
        Meanwhile = (Topic, MeanwhileOf(merging, starts.Of(merging.Start)));

    /// <summary>For a form that is open: what colleagues have changed since.</summary>
    /// <param name="merging">Of the row as it is now.</param>
    protected async Task<IActionResult> MeanwhileAsync(Merging merging, string? start)
    {
        var changed = starts.Changed(start, merging.Stored);
        IReadOnlyList<LastChange> changes =
            changed.Count == 0
                ? []
                : await LastChange.OfAsync(
                    office,
                    merging.Table,
                    merging.Row,
                    [.. merging.ColumnsOf(changed)],
                    Stop
                );
        return new FragmentResult(
            Fragment.Of(
                await fragments.RenderAsync<Meanwhile>(
                    new
                    {
                        Id = MeanwhileId,
                        Topic,
                        Address = MeanwhileOf(merging, start ?? ""),
                        Changes = merging.Tell(changed, changes, viewer),
                    }
                )
            )
        );
    }

    string MeanwhileOf(Merging merging, string start) =>
        QueryHelpers.AddQueryString(
            AddressOf(merging.Row),
            new Dictionary<string, string?> { ["handler"] = "Meanwhile", ["start"] = start }
        );

    /// <summary>What somebody gave up comes back if it still may: by the rules of today, whatever the trail says of it.</summary>
    protected async Task<IActionResult?> RefusePutBackAsync(
        Merging merging,
        Lost lost,
        Func<Task<IEnumerable<ValidationFailure>>> problems
    )
    {
        Watch(merging);
        if (!merging.PutBack(lost))
            return await RefuseAsync(Merging.ChangedSince);
        return (await problems()).FirstOrDefault() is { } problem
            ? await RefuseAsync(
                $"Nothing was put back. {problem.ErrorMessage}",
                StatusCodes.Status422UnprocessableEntity
            )
            : null;
    }

    /// <param name="merging">None for a command: nobody gave anything up.</param>
    /// <param name="again">All from the start: what was read is not what is stored any more.</param>
    protected async Task<IActionResult> SaveAsync(
        Merging? merging,
        string done,
        string address,
        Func<Task<IActionResult>> again
    )
    {
        var isChanged = office.ChangeTracker.HasChanges();
        try
        {
            await office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException error)
            when (error is DbUpdateConcurrencyException || error.IsThere())
        {
            office.ChangeTracker.Clear();
            return await again();
        }
        if (merging is not null)
            await GivenUp.KeepAsync(
                office,
                merging.Table,
                merging.Row,
                null,
                Topic,
                merging.GivenUps,
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
}
