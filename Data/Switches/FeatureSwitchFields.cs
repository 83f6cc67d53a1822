using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Switches;

public static class FeatureSwitchFields
{
    const int MostPeople = 200;
    static readonly Section Switch = new("Switch", UserRole.Admin, UserRole.Manager);

    static readonly Field<FeatureSwitch> People = new(
        "People",
        "people",
        "And these people",
        Switch,
        new ChoicesType(
            User.ByEmail,
            MostPeople,
            none: "nobody by name",
            unknown: "nobody signs in here as",
            tooMany: $"name at most {MostPeople}; above that, use the share."
        ),
        s => ChoicesType.Text(s.People),
        (s, v) => s.People = ChoicesType.Ids(v)
    )
    {
        Hint = "The e-mail addresses they sign in with, separated by commas.",
        Width = "all",
    };

    public static readonly IReadOnlyList<Field> All =
    [
        new Field<FeatureSwitch>(
            "IsOn",
            "is_on",
            "On",
            Switch,
            new FlagType { Words = ("on", "off") },
            s => FlagType.Text(s.IsOn),
            (s, v) => s.IsOn = FlagType.IsOn(v)
        )
        {
            Hint = "Without this tick nobody has it, whatever is said below.",
            Width = "all",
        },
        new Field<FeatureSwitch>(
            "Percent",
            "percent",
            "Share of all people, in per cent",
            Switch,
            new NumberType(100, mayBeEmpty: false)
            {
                IsRequired = true,
                Digits = 0,
                Suffix = "%",
                Shown = number => $"{NumberType.Text(number)} %",
            },
            s => NumberType.Text(s.Percent),
            (s, v) => s.Percent = (int)NumberType.Number(v)!.Value
        )
        {
            Hint = "The same people stay in as the share grows. 100 means everybody.",
            Width = "all",
        },
        new Field<FeatureSwitch>(
            "Roles",
            "roles",
            "And everybody with one of these roles",
            Switch,
            new SetType<UserRole>(none: "no role"),
            s => SetType.Text(s.Roles),
            (s, v) => s.Roles = SetType.Values<UserRole>(v)
        )
        {
            Width = "all",
        },
        People,
    ];
}
