namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

/// <summary>The ten colours by name: nothing speaks by colour alone.</summary>
static class HueWords
{
    internal static readonly string[] All =
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

    internal static string Of(int hue) => All[hue - 1];
}
