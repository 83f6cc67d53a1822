using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

static class PersonPages
{
    public static readonly RecordPages Pages = new(TeamLinks.Person, "Team")
    {
        Icon = "users",
        ShortcutKey = "t",
        FoundHint = person => ((Employee)person).WorkRole?.Name,
        List = TeamList.List,
        Import = TeamImports.Pages,
        ArchivedHint =
            "Archive people who no longer work for you. They leave the list, and their data is kept.",
        NewHint = "A name is enough; the rest can follow.",
        Remarks = Lookalikes.OfAsync,
        Tags = KnownSkills.OfAsync,
        Holder = Lookalikes.PhoneHolderAsync,
        KeptAfterErasure = SignInOfAsync,
        Badge = person =>
            ((Employee)person).AlwaysNeeded ? new Badge("star", "Always needed") : null,
        Head = (fragments, view) => fragments.RenderAsync<PersonHead>(new { View = view }),
        Section = (fragments, view, section) =>
            section == EmployeeSections.Work
                ? fragments.RenderAsync<WorkSection>(new { View = view })
            : section == EmployeeSections.Hours
                ? fragments.RenderAsync<HoursSection>(new { View = view })
            : fragments.RenderAsync<RecordSection>(new { View = view, Section = section }),
        InPlace = "/Pages/Team/Person/_WorkInPlace.cshtml",
        BesideSearch = "/Pages/Team/_Skills.cshtml",
        BulkCommands = TeamBulk.Commands,
        BulkMenus = "/Pages/Team/_BulkMenus.cshtml",
    };

    static async Task<IReadOnlyList<string>> SignInOfAsync(
        Office office,
        IRecord person,
        CancellationToken stop
    )
    {
        var user = ((Employee)person).UserId;
        var names = await office
            .Users.Where(u => u.Id == user)
            .Select(u => u.Name)
            .ToListAsync(stop);
        return
        [
            .. names.Select(name =>
                $"The sign-in of {name} and what they did in the program; it is only no longer linked. Disable it under Admin, Users"
            ),
        ];
    }
}
