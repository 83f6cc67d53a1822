namespace StaffDashboard.Web.Pages.Team;

public enum TeamSort
{
    Name,
    Worked,
    Hours,
    Created,
}
