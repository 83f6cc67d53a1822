using Microsoft.AspNetCore.Components;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>The live pieces of a person's page, each rendered once for all who may see the same.</summary>
public sealed class PersonParts(
    Office office,
    Viewer viewer,
    Fragments fragments,
    FragmentCache cache
)
{
    public const string Head = "head";

    public Task<Fragment> HeadAsync(Guid id, CancellationToken stop) =>
        CachedAsync(
            id,
            Head,
            viewer.IsAdmin ? "admin" : viewer.Audience(),
            person => fragments.RenderAsync<PersonHead>(new { Person = person, viewer.IsAdmin }),
            stop
        );

    /// <summary>A head that says why somebody could not be restored: for this viewer alone, now.</summary>
    public async Task<Fragment> HeadAsync(PersonView person, Other phoneHolder) =>
        Fragment.Of(
            await fragments.RenderAsync<PersonHead>(
                new
                {
                    Person = person,
                    viewer.IsAdmin,
                    PhoneHolder = phoneHolder,
                }
            )
        );

    public Task<Fragment> SectionAsync(Guid id, Section section, CancellationToken stop) =>
        CachedAsync(
            id,
            PersonLinks.Word(section),
            viewer.Audience(),
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
        section is Section.Work or Section.Account
            ? await SectionAsync(person.Id, section, stop)
            : Fragment.Of(
                await Rendered(section, new PersonView(person, null, null, viewer.IsManager))
            );

    public Task<Fragment> HistoryAsync(
        Guid id,
        long? before,
        string countryCode,
        CancellationToken stop
    ) =>
        cache.GetLiveAsync(
            $"person/{id}/history/{before}",
            viewer.Audience(),
            [$"person:{id}", "work-roles", "users"],
            async giveUp =>
                await HistoryView.ReadAsync(office, viewer, id, before, countryCode, giveUp)
                    is { } view
                    ? await fragments.RenderAsync<HistoryList>(new { View = view })
                    : await fragments.RenderAsync<ErasedPerson>(new { Part = "history" }),
            stop
        );

    /// <summary>By its word in an address; null when there is no such part for this viewer.</summary>
    public async Task<Fragment?> ByWordAsync(Guid id, string part, CancellationToken stop)
    {
        if (part == Head)
            return await HeadAsync(id, stop);
        foreach (var section in Enum.GetValues<Section>().Where(viewer.MaySee))
            if (PersonLinks.Word(section) == part)
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
        cache.GetLiveAsync(
            $"person/{id}/{part}",
            audience,
            [$"person:{id}", "work-roles"],
            async giveUp =>
                await PersonView.ReadAsync(office, viewer, id, giveUp) is { } person
                    ? await render(person)
                    : await fragments.RenderAsync<ErasedPerson>(new { Part = part }),
            stop
        );

    Task<string> Rendered(Section section, PersonView person) =>
        section switch
        {
            Section.Contact => RenderAsync<ContactSection>(person),
            Section.Work => RenderAsync<WorkSection>(person),
            Section.Hours => RenderAsync<HoursSection>(person),
            Section.Notes => RenderAsync<NotesSection>(person),
            _ => RenderAsync<AccountSection>(person),
        };

    Task<string> RenderAsync<TSection>(PersonView person)
        where TSection : IComponent => fragments.RenderAsync<TSection>(new { Person = person });
}
