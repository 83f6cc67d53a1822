using StaffDashboard.Data.Imports;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Employees;

/// <summary>How people come into the team from a file: a phone number tells who somebody is.</summary>
public static class EmployeeImport
{
    public static readonly ImportType<Employee> Type = new(
        Employee.Type,
        EmployeeFields.Name,
        new(
            EmployeeFields.Phone,
            Doubled: "Phone: line %s has the same number.",
            Taken: "Phone: %s of the team has this number."
        ),
        new(EmployeeFields.Name, "FirstName", "First name", "given name|forename|vorname|rufname"),
        new(
            EmployeeFields.Name,
            "LastName",
            "Last name",
            "surname|family name|nachname|familienname|zuname"
        )
    )
    {
        None = "nobody",
        Active = "e.archived_at is null and e.erased_at is null",
        Choices = new(
            EmployeeFields.WorkRole,
            WorkRole.Choices,
            Name: "work roles",
            One: "role",
            Many: "roles",
            MaxName: WorkRole.MaxName,
            Row: (id, name, at) =>
                new WorkRole
                {
                    Id = id,
                    Name = name,
                    Hue = 1 + at % WorkRole.Hues,
                }
        ),
    };
}
