namespace StaffDashboard.Migrations;

/// <summary>The database was made by other migrations than this program's: none of them would find what it builds on.</summary>
public sealed class ForeignSchema()
    : Exception("The database was made by a version that this one cannot upgrade.");
