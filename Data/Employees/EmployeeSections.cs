using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Employees;

/// <summary>The parts of a person's page. Staff keeps the contact data right and reads the rest.</summary>
public static class EmployeeSections
{
    public static readonly Section Contact = new("Contact", Edit: UserRole.Staff);
    public static readonly Section Work = new("Work");
    public static readonly Section Hours = new("Hours") { IsAside = true };
    public static readonly Section Notes = new("Notes");
    public static readonly Section Account = new("Account", See: UserRole.Manager)
    {
        IsAside = true,
    };

    public static readonly IReadOnlyList<Section> All = [Contact, Work, Hours, Notes, Account];
}
