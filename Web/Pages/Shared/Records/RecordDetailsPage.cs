using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>A record with all its sections, each live. It is archived and restored here.</summary>
public abstract class RecordDetailsPage<T>(
    RecordContext context,
    RecordType<T> type,
    RecordLinks links
) : PageModel
    where T : class, IRecord
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RecordLinks Links => links;
    public Fragment Head { get; protected set; } = null!;

    protected RecordContext Context => context;
    protected CancellationToken Stop => HttpContext.RequestAborted;
    protected bool IsHtmx => Request.Headers.ContainsKey("HX-Request");

    /// <summary>The page with its sections. False when there is no such record.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>By its word in an address; null when there is no such part for this viewer.</summary>
    protected abstract Task<Fragment?> PartAsync(string part);

    protected abstract Task<Fragment> HeadAsync();

    /// <summary>Something else has by now what this one would have to have alone.</summary>
    protected abstract Task<IActionResult> TakenAsync(T record);

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (part is not null)
            return await PartAsync(part) is { } fragment
                ? new FragmentResult(fragment)
                : NotFound();
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostArchiveAsync()
    {
        if (!context.Viewer.IsManager)
            return Forbid();
        if (await FindAsync() is not { } record)
            return NotFound();
        var name = type.Name(record);
        if (record.ArchivedAt is not null)
            return await DoneAsync(new Toast($"{name} is already archived.", Kind: "attention"));
        record.Archive(context.Clock);
        try
        {
            await context.Office.SaveChangesAsync(Stop);
        }
        // A command, not a text: what somebody saved in this moment is no reason to refuse it.
        catch (DbUpdateConcurrencyException)
        {
            context.Office.ChangeTracker.Clear();
            return await OnPostArchiveAsync();
        }
        return await DoneAsync(new Toast($"Archived {name}", links.Restore(Id)));
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        if (!context.Viewer.IsManager)
            return Forbid();
        if (await FindAsync() is not { } record)
            return NotFound();
        var name = type.Name(record);
        if (record.ArchivedAt is null)
            return await DoneAsync(new Toast($"{name} is not archived.", Kind: "attention"));
        record.Restore();
        try
        {
            await context.Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            context.Office.ChangeTracker.Clear();
            return await OnPostRestoreAsync();
        }
        catch (DbUpdateException e) when (e.IsTaken())
        {
            context.Office.ChangeTracker.Clear();
            return await TakenAsync(record);
        }
        return await DoneAsync(new Toast($"Restored {name}", links.Archive(Id)));
    }

    Task<T?> FindAsync() =>
        context.Office.Set<T>().FirstOrDefaultAsync(record => record.Id == Id, Stop);

    async Task<IActionResult> DoneAsync(Toast toast)
    {
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(await HeadAsync());
        }
        toast.Keep(TempData);
        return Redirect(links.Details(Id));
    }
}
