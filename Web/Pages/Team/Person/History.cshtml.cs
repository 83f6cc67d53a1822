using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

public class HistoryModel(RecordContext context, PersonParts parts)
    : RecordHistoryPage<Employee>(context, Employee.Type, TeamLinks.Person)
{
    public PersonView Person { get; private set; } = null!;
    public string Name => Person.Employee.Name;
    public Fragment Head { get; private set; } = null!;

    protected override async Task<bool> LoadAsync()
    {
        if (await PersonView.ReadAsync(Context.Office, Context.Viewer, Id, Stop) is not { } person)
            return false;
        Person = person;
        Head = await parts.HeadAsync(Id, Stop);
        return true;
    }

    protected override Task<Fragment> ListAsync() => parts.HistoryAsync(Id, Before, Stop);
}
