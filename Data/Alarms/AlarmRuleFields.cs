using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Alarms;

/// <summary>What an Admin may set of a rule. The limit is in the unit of its kind.</summary>
public static class AlarmRuleFields
{
    const int Day = 24 * 60;
    static readonly Section Rule = new("Rule", UserRole.Admin, UserRole.Manager);

    public static IReadOnlyList<Field> Of(AlarmKind kind) =>
        kind.HasWindow ? [IsOn, Limit(kind), Window(kind)] : [IsOn, Limit(kind)];

    static readonly Field<AlarmRule> IsOn = new(
        "IsOn",
        "is_on",
        "Watch this",
        Rule,
        new FlagType { Words = ("on", "off") },
        r => FlagType.Text(r.IsOn),
        (r, v) => r.IsOn = FlagType.IsOn(v)
    )
    {
        Width = "all",
    };

    static Field<AlarmRule> Limit(AlarmKind kind) =>
        new(
            "Threshold",
            "threshold",
            $"Limit, in {kind.Unit}",
            Rule,
            new NumberType((decimal)kind.Most, mayBeEmpty: false)
            {
                IsRequired = true,
                IsPositive = true,
                Digits = 6,
                Suffix = kind.Unit,
                Shown = number => kind.Amount((double)number),
            },
            r => NumberType.TextOf(r.Threshold),
            (r, v) => r.Threshold = (double)NumberType.Number(v)!.Value
        )
        {
            Hint = $"Without a change of yours: {kind.Amount(kind.Threshold)}.",
            Width = "all",
        };

    static Field<AlarmRule> Window(AlarmKind kind) =>
        new(
            "WindowMinutes",
            "window_minutes",
            "Look back, in minutes",
            Rule,
            new NumberType(Day, mayBeEmpty: false)
            {
                IsRequired = true,
                Lowest = 1,
                Digits = 0,
                Suffix = "minutes",
                Shown = number => DurationText.Minutes((int)number),
            },
            r => NumberType.Text(r.WindowMinutes),
            (r, v) => r.WindowMinutes = (int)NumberType.Number(v)!.Value
        )
        {
            Hint = $"Without a change of yours: {DurationText.Minutes(kind.WindowMinutes)}.",
            Width = "all",
        };
}
