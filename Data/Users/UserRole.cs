namespace StaffDashboard.Data.Users;

public enum UserRole
{
    Staff,
    Manager,
    Admin,
}
