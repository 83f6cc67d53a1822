using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team;

public static class TeamLinks
{
    public const string List = "/team";
    public static readonly RecordLinks Person = new(Employee.Type, List);
}
