using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

public class NewModel(RecordContext context)
    : RecordNewPage<Employee>(context, Employee.Type, TeamLinks.Person)
{
    protected override Task<IReadOnlyList<Remark>> RemarksAsync(Guid self) =>
        Lookalikes.OfAsync(Office, self, Form, Stop);

    protected override Task<IReadOnlyList<string>> TagsAsync() =>
        Office.KnownSkillsAsync(Form, Stop);
}
