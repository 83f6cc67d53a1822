using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>Takes back what one's own request did, as far as one's role may still change it.</summary>
public class UndoModel(Office office, Viewer viewer, TimeProvider clock) : PageModel
{
    const int Attempts = 5;

    public IActionResult OnGet() => Redirect(TeamLinks.List);

    public async Task<IActionResult> OnPostAsync(Guid requestId)
    {
        var toast = await PutBackAsync(requestId.ToString(), HttpContext.RequestAborted);
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            toast.Keep(TempData);
            return Redirect(TeamLinks.List);
        }
        toast.Show(Response);
        return new NoContentResult();
    }

    async Task<Toast> PutBackAsync(string requestId, CancellationToken stop, int attempt = 1)
    {
        try
        {
            var result = await PutBack.RequestAsync(
                office,
                requestId,
                viewer.MayPutBack,
                clock,
                stop
            );
            await office.SaveChangesAsync(stop);
            return new(
                UndoWords.Of(result),
                Kind: result.Done.Count + result.Archived.Count > 0 ? "good" : "bad"
            );
        }
        // What somebody saved in this moment is no reason to refuse the rest.
        catch (DbUpdateConcurrencyException) when (attempt < Attempts)
        {
            office.ChangeTracker.Clear();
            return await PutBackAsync(requestId, stop, attempt + 1);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(
                "Nothing was put back: somebody is changing the same people. Try once more.",
                Kind: "bad"
            );
        }
        catch (DbUpdateException error) when (error.IsGone())
        {
            return new("Nothing was put back: one of the roles no longer exists.", Kind: "bad");
        }
        catch (DbUpdateException error) when (error.IsTaken())
        {
            return new(
                "Nothing was put back: somebody active has one of their phones by now.",
                Kind: "bad"
            );
        }
    }
}
