namespace StaffDashboard.Data.Conflicts;

/// <summary>Where nobody is asked and the later one stays. Of everything else that two people change, the second is asked.</summary>
public static class LastWriteWins
{
    static readonly Dictionary<string, string> Why = new(StringComparer.Ordinal)
    {
        ["user_settings.theme"] = "one's own, and one sees at once what one chose",
        ["user_settings.density"] = "one's own, and one sees at once what one chose",
        ["users.name"] = "only the person themselves writes it",
        ["users.disabled_at"] = "a command, not a text: to disable twice is to disable",
        ["employees.archived_at"] = "a command, not a text; Undo takes it back",
    };

    public static IReadOnlyCollection<string> Columns => Why.Keys;

    public static bool In(string table, string column) => Why.ContainsKey($"{table}.{column}");
}
