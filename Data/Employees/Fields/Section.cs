namespace StaffDashboard.Data.Employees.Fields;

/// <summary>The parts of a person's page, each edited on its own.</summary>
public enum Section
{
    Contact,
    Work,
    Hours,
    Notes,
    Account,
}
