using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

public class EditModel(RecordContext context, PersonParts parts)
    : RecordEditPage<Employee>(context, Employee.Type, TeamLinks.Person)
{
    protected override Task<Fragment> SectionAsync() => parts.SectionAsync(Id, Section, Stop);

    protected override Task<Fragment> SavedAsync(Employee person) =>
        parts.SavedAsync(person, Section, Stop);

    protected override string UndoOf(string requestId) => TeamLinks.Undo(requestId);

    protected override Task<IReadOnlyList<Remark>> RemarksAsync(Guid self) =>
        Lookalikes.OfAsync(Office, self, Form, Stop);

    protected override Task<IReadOnlyList<string>> TagsAsync() =>
        Office.KnownSkillsAsync(Form, Stop);
}
