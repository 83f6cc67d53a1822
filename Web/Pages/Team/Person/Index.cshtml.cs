using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Team.Person;

public class IndexModel(Office office, Viewer viewer, PersonParts parts, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonView Person { get; private set; } = null!;
    public Fragment Head { get; private set; } = null!;
    public IReadOnlyList<Fragment> Sections { get; private set; } = [];

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        if (part is not null)
            return await parts.ByWordAsync(Id, part, Stop) is { } fragment
                ? new FragmentResult(fragment)
                : NotFound();
        return await ShowAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostArchiveAsync()
    {
        if (!viewer.IsManager)
            return Forbid();
        if (await office.Employees.FirstOrDefaultAsync(e => e.Id == Id, Stop) is not { } person)
            return NotFound();
        if (person.IsArchived)
            return await DoneAsync(
                new Toast($"{person.Name} is already archived.", Kind: "attention")
            );
        person.Archive(clock);
        try
        {
            await office.SaveChangesAsync(Stop);
        }
        // A command, not a text: what somebody saved in this moment is no reason to refuse it.
        catch (DbUpdateConcurrencyException)
        {
            office.ChangeTracker.Clear();
            return await OnPostArchiveAsync();
        }
        return await DoneAsync(new Toast($"Archived {person.Name}", PersonLinks.Restore(Id)));
    }

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        if (!viewer.IsManager)
            return Forbid();
        if (await office.Employees.FirstOrDefaultAsync(e => e.Id == Id, Stop) is not { } person)
            return NotFound();
        if (!person.IsArchived)
            return await DoneAsync(new Toast($"{person.Name} is not archived.", Kind: "attention"));
        person.Restore();
        try
        {
            await office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            office.ChangeTracker.Clear();
            return await OnPostRestoreAsync();
        }
        catch (DbUpdateException e) when (e.IsTaken())
        {
            return await TakenAsync(person);
        }
        return await DoneAsync(new Toast($"Restored {person.Name}", PersonLinks.Archive(Id)));
    }

    async Task<IActionResult> DoneAsync(Toast toast)
    {
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            toast.Show(Response);
            return new FragmentResult(await parts.HeadAsync(Id, Stop));
        }
        toast.Keep(TempData);
        return Redirect(PersonLinks.Details(Id));
    }

    async Task<IActionResult> TakenAsync(Employee person)
    {
        office.ChangeTracker.Clear();
        var holder = await Lookalikes.PhoneHolderAsync(office, person, Stop);
        if (holder is null || !await ShowAsync())
            return await OnPostRestoreAsync();
        Head = await parts.HeadAsync(Person, holder);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (!Request.Headers.ContainsKey("HX-Request"))
            return Page();
        new Toast(
            $"{person.Name} stays archived: {holder.Name} has the phone number now",
            Kind: "bad"
        ).Show(Response);
        return Content(Head.Html, "text/html; charset=utf-8");
    }

    // No connection is held here: a fragment in memory may be being rendered by a request that waits for one.
    async Task<bool> ShowAsync()
    {
        if (await PersonView.ReadAsync(office, viewer, Id, Stop) is not { } person)
            return false;
        Person = person;
        Head = await parts.HeadAsync(Id, Stop);
        var shown = new List<Fragment>();
        foreach (var section in Enum.GetValues<Section>().Where(viewer.MaySee))
            shown.Add(await parts.SectionAsync(Id, section, Stop));
        Sections = shown;
        return true;
    }
}
