using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

public class IndexModel(RecordContext context, PersonParts parts)
    : RecordDetailsPage<Employee>(context, Employee.Type, TeamLinks.Person)
{
    public PersonView Person { get; private set; } = null!;
    public IReadOnlyList<Fragment> Sections { get; private set; } = [];

    protected override Task<Fragment?> PartAsync(string part) => parts.ByWordAsync(Id, part, Stop);

    protected override Task<Fragment> HeadAsync() => parts.HeadAsync(Id, Stop);

    // No connection is held here: a fragment in memory may be being rendered by a request that waits for one.
    protected override async Task<bool> LoadAsync()
    {
        if (await PersonView.ReadAsync(Context.Office, Context.Viewer, Id, Stop) is not { } person)
            return false;
        Person = person;
        Head = await parts.HeadAsync(Id, Stop);
        var shown = new List<Fragment>();
        foreach (var section in EmployeeSections.All.Where(s => s.MayBeSeenBy(Context.Viewer)))
            shown.Add(await parts.SectionAsync(Id, section, Stop));
        Sections = shown;
        return true;
    }

    protected override async Task<IActionResult> TakenAsync(Employee person)
    {
        var holder = await Lookalikes.PhoneHolderAsync(Context.Office, person, Stop);
        if (holder is null || !await LoadAsync())
            return await OnPostRestoreAsync();
        Head = await parts.HeadAsync(Person, holder);
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (!IsHtmx)
            return Page();
        new Toast(
            $"{person.Name} stays archived: {holder.Name} has the phone number now",
            Kind: "bad"
        ).Show(Response);
        return Content(Head.Html, "text/html; charset=utf-8");
    }
}
