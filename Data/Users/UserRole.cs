namespace StaffDashboard.Data.Users;

/// <summary>In order: each may what the one before may.</summary>
public enum UserRole
{
    Staff,
    Manager,
    Admin,
}
