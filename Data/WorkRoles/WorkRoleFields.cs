using System.Globalization;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.WorkRoles;

public static class WorkRoleFields
{
    static readonly Section Role = new("Work role");

    public static readonly IReadOnlyList<Field> All =
    [
        new Field<WorkRole>(
            "Name",
            "name",
            "Name",
            Role,
            TextType.OfName(WorkRole.MaxName),
            r => r.Name,
            (r, v) => r.Name = v
        )
        {
            IsRequired = true,
            Width = "all",
        },
        new Field<WorkRole>(
            "Hue",
            "hue",
            "Colour",
            Role,
            new HueType(),
            r => $"{r.Hue}",
            (r, v) => r.Hue = int.Parse(v, CultureInfo.InvariantCulture)
        )
        {
            Width = "all",
        },
    ];
}
