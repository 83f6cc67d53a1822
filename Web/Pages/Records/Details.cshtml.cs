using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>A record with all its sections, each live. It is archived and restored here.</summary>
public class DetailsModel(RecordPageContext context, RecordParts parts)
    : RecordPageModel(context, parts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RecordView View { get; private set; } = null!;
    public Fragment Head { get; private set; } = null!;
    public IReadOnlyList<(Section Section, Fragment Shown)> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (part is not null)
            return await Parts.ByWordAsync(Pages, Id, part, Stop) is { } fragment
                ? new FragmentResult(fragment)
                : NotFound();
        return await LoadAsync() ? Page() : NotFound();
    }

    // A command, not a text: what somebody saved in this moment is no reason to refuse it.
    public Task<IActionResult> OnPostArchiveAsync() =>
        Type.RetryAsync(Office, Id, ArchiveAsync, Stop);

    public Task<IActionResult> OnPostRestoreAsync() =>
        Type.RetryAsync(Office, Id, RestoreAsync, Stop);

    async Task<IActionResult> ArchiveAsync()
    {
        if (!Viewer.IsManager)
            return Forbid();
        if (await Type.FindAsync(Office, Id, Stop) is not { } record)
            return NotFound();
        var name = record.Name;
        if (record.ArchivedAt is not null)
            return await DoneAsync(new Toast($"{name} is already archived.", Kind: "attention"));
        record.Archive(Context.Clock);
        await Office.SaveChangesAsync(Stop);
        return await DoneAsync(new Toast($"Archived {name}", Links.Restore(Id)));
    }

    async Task<IActionResult> RestoreAsync()
    {
        if (!Viewer.IsManager)
            return Forbid();
        if (await Type.FindAsync(Office, Id, Stop) is not { } record)
            return NotFound();
        var name = record.Name;
        if (record.ArchivedAt is null)
            return await DoneAsync(new Toast($"{name} is not archived.", Kind: "attention"));
        record.Restore();
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException e) when (e.IsTaken())
        {
            Office.ChangeTracker.Clear();
            return await TakenAsync(record);
        }
        return await DoneAsync(new Toast($"Restored {name}", Links.Archive(Id)));
    }

    // No connection is held here: a fragment in memory may be being rendered by a request that waits for one.
    async Task<bool> LoadAsync()
    {
        if (await Type.ReadAsync(Office, Id, Stop) is not { } record)
            return false;
        View = new(Pages, record, OfficeWords.Plain, Viewer.OfSameRole());
        Head = await Parts.HeadAsync(Pages, Id, Stop);
        var shown = new List<(Section, Fragment)>();
        foreach (var section in Type.Sections.Where(s => s.MayBeSeenBy(Viewer)))
            shown.Add((section, await Parts.SectionAsync(Pages, Id, section, Stop)));
        Sections = shown;
        return true;
    }

    // Something else has by now what this one would have to have alone.
    async Task<IActionResult> TakenAsync(IRecord record)
    {
        var holder = await Pages.Holder(Office, record, Stop);
        if (holder is null || !await LoadAsync())
            return await OnPostRestoreAsync();
        Head = await Parts.HeadAsync(Pages, View.Record, holder);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (!IsHtmx)
            return Page();
        new Toast($"{record.Name} stays archived: {holder.Text}", Kind: "bad").Show(Response);
        return Content(Head.Html, "text/html; charset=utf-8");
    }

    async Task<IActionResult> DoneAsync(Toast toast)
    {
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(await Parts.HeadAsync(Pages, Id, Stop));
        }
        toast.Keep(TempData);
        return Redirect(Links.Details(Id));
    }
}
