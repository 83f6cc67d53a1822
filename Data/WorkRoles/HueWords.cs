namespace StaffDashboard.Data.WorkRoles;

/// <summary>The ten colours by name: nothing speaks by colour alone.</summary>
public static class HueWords
{
    public static readonly string[] All =
    [
        "red",
        "orange",
        "amber",
        "lime",
        "green",
        "teal",
        "blue",
        "indigo",
        "violet",
        "pink",
    ];

    public static string Of(int hue) => All[hue - 1];
}
