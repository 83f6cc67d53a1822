namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>A form of few fields that two Admins may have open at once, and what they want of it.</summary>
/// <param name="Trail">What the trail calls the field and its row.</param>
public sealed record SmallForm(
    string Page,
    string Form,
    string Table,
    string Field,
    string Column,
    string Trail
)
{
    public required string Mine { get; init; }
    public required string MineShown { get; init; }
    public required string Theirs { get; init; }
    public required string TheirsShown { get; init; }
    public required string Third { get; init; }
    public required string ThirdStored { get; init; }
    public required string Wrong { get; init; }
    public required (string Name, string Value, string Stored) Other { get; init; }

    /// <summary>Theirs, saved by somebody at the database.</summary>
    public required string Save { get; init; }

    public string Stored => $"select {Column}::text from {Table}";

    public static readonly SmallForm Rule = new(
        "/admin/alerts/rules?edit=latency",
        "form[data-guard]",
        "alarm_rules",
        "Threshold",
        "threshold",
        "limit of the rule “Changes are slow”"
    )
    {
        Mine = "4,5",
        MineShown = "4.5 s",
        Theirs = "7",
        TheirsShown = "7 s",
        Third = "6,25",
        ThirdStored = "6.25",
        Wrong = "soon",
        Other = ("WindowMinutes", "15", "select window_minutes::text from alarm_rules"),
        Save =
            "insert into alarm_rules (name, is_on, threshold, window_minutes) values ('latency', true, 7, 5)",
    };

    public static readonly SmallForm Switch = new(
        "/admin/switches?edit=queue",
        "form[data-guard]",
        "feature_switches",
        "Percent",
        "percent",
        "share in per cent of the switch “Changes wait for the line”"
    )
    {
        Mine = "30 %",
        MineShown = "30 %",
        Theirs = "60",
        TheirsShown = "60 %",
        Third = "45%",
        ThirdStored = "45",
        Wrong = "101",
        Other = ("Roles", "Manager", "select roles[1] from feature_switches"),
        Save =
            "insert into feature_switches (name, is_on, percent, roles, people) values ('queue', true, 60, '{}', '{}')",
    };

    public static readonly SmallForm Report = new(
        "/admin/reports",
        "form[data-action='Set when the report goes out']",
        "report_settings",
        "SendAt",
        "to_char(send_at, 'HH24:MI')",
        "hour of the daily report"
    )
    {
        Mine = "06:15",
        MineShown = "06:15",
        Theirs = "08:30",
        TheirsShown = "08:30",
        Third = "09:45",
        ThirdStored = "09:45",
        Wrong = "25:00",
        Other = ("IsOn", "false", "select is_on::text from report_settings"),
        Save = "update report_settings set send_at = '08:30'",
    };

    public static readonly Guid ProblemId = new("0198af00-0000-7000-8000-000000000001");

    public static readonly SmallForm Problem = new(
        $"/admin/problems/{ProblemId}",
        "form[data-guard]",
        "problem_reports",
        "Answer",
        "answer",
        "answer of the problem report of Sam Staff"
    )
    {
        Mine = " It is mended. ",
        MineShown = "It is mended.",
        Theirs = "We are looking.",
        TheirsShown = "We are looking.",
        Third = "Mended today.",
        ThirdStored = "Mended today.",
        Wrong = new string('x', 4001),
        Other = ("State", "Solved", "select state from problem_reports"),
        Save = "update problem_reports set answer = 'We are looking.'",
    };

    public static readonly SmallForm[] All = [Rule, Switch, Report, Problem];

    public override string ToString() => Table;
}
