using Microsoft.AspNetCore.Components;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>The live pieces of a person's page, each rendered once for all who may see the same.</summary>
public sealed class PersonParts(RecordContext context)
{
    public const string Head = "head";

    public Task<Fragment> HeadAsync(Guid id, CancellationToken stop) =>
        CachedAsync(
            id,
            Head,
            context.Viewer.IsAdmin ? "admin" : context.Viewer.Audience(),
            person =>
                context.Fragments.RenderAsync<PersonHead>(
                    new { Person = person, context.Viewer.IsAdmin }
                ),
            stop
        );

    /// <summary>A head that says why somebody could not be restored: for this viewer alone, now.</summary>
    public async Task<Fragment> HeadAsync(PersonView person, Other phoneHolder) =>
        Fragment.Of(
            await context.Fragments.RenderAsync<PersonHead>(
                new
                {
                    Person = person,
                    context.Viewer.IsAdmin,
                    PhoneHolder = phoneHolder,
                }
            )
        );

    public Task<Fragment> SectionAsync(Guid id, Section section, CancellationToken stop) =>
        CachedAsync(
            id,
            section.Word,
            context.Viewer.Audience(),
            person => Rendered(section, person),
            stop
        );

    /// <summary>
    /// Of somebody just saved by this request and not committed yet: nothing is read again but what another table
    /// holds, and nothing of it is kept for others.
    /// </summary>
    public async Task<Fragment> SavedAsync(
        Employee person,
        Section section,
        CancellationToken stop
    ) =>
        section == EmployeeSections.Work || section == EmployeeSections.Account
            ? await SectionAsync(person.Id, section, stop)
            : Fragment.Of(
                await Rendered(
                    section,
                    new PersonView(person, null, null, context.Viewer.IsManager)
                )
            );

    public Task<Fragment> HistoryAsync(Guid id, long? before, CancellationToken stop) =>
        context.Cache.GetLiveAsync(
            $"person/{id}/history/{before}",
            context.Viewer.Audience(),
            [$"person:{id}", "work-roles", "users"],
            async giveUp =>
                await HistoryView.ReadAsync(
                    context,
                    Employee.Type,
                    TeamLinks.Person,
                    id,
                    before,
                    giveUp
                )
                    is { } view
                    ? await context.Fragments.RenderAsync<HistoryList>(new { View = view })
                    : await context.Fragments.RenderAsync<ErasedPerson>(new { Part = "history" }),
            stop
        );

    /// <summary>By its word in an address; null when there is no such part for this context.Viewer.</summary>
    public async Task<Fragment?> ByWordAsync(Guid id, string part, CancellationToken stop)
    {
        if (part == Head)
            return await HeadAsync(id, stop);
        foreach (var section in EmployeeSections.All.Where(s => s.MayBeSeenBy(context.Viewer)))
            if (section.Word == part)
                return await SectionAsync(id, section, stop);
        return null;
    }

    Task<Fragment> CachedAsync(
        Guid id,
        string part,
        string audience,
        Func<PersonView, Task<string>> render,
        CancellationToken stop
    ) =>
        context.Cache.GetLiveAsync(
            $"person/{id}/{part}",
            audience,
            [$"person:{id}", "work-roles"],
            async giveUp =>
                await PersonView.ReadAsync(context.Office, context.Viewer, id, giveUp) is { } person
                    ? await render(person)
                    : await context.Fragments.RenderAsync<ErasedPerson>(new { Part = part }),
            stop
        );

    Task<string> Rendered(Section section, PersonView person) =>
        section == EmployeeSections.Contact ? RenderAsync<ContactSection>(person)
        : section == EmployeeSections.Work ? RenderAsync<WorkSection>(person)
        : section == EmployeeSections.Hours ? RenderAsync<HoursSection>(person)
        : section == EmployeeSections.Notes ? RenderAsync<NotesSection>(person)
        : RenderAsync<AccountSection>(person);

    Task<string> RenderAsync<TSection>(PersonView person)
        where TSection : IComponent =>
        context.Fragments.RenderAsync<TSection>(new { Person = person });
}
