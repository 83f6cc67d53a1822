namespace StaffDashboard.Data.Fields;

/// <summary>One of a few that are fixed, kept by its name.</summary>
/// <param name="words">What each is called.</param>
/// <param name="read">Other words that mean one, as files have them.</param>
public sealed class EnumType<T>(Func<T, string> words, Func<string, T?>? read = null) : FieldType
    where T : struct, Enum
{
    /// <summary>How a form asks for it; radio buttons where there are few.</summary>
    public Control AskedAs { get; init; } = Control.Choice;

    public override Control Control => AskedAs;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var known = Known(CleanText.Of(typed));
        value = known?.ToString() ?? "";
        problem = known is null ? $"{label}: choose one of {All}." : "";
        return known is not null;
    }

    public override string Show(string value, OfficeWords words) =>
        Enum.TryParse<T>(value, out var known) ? Words(known) : value;

    public override string Edit(string value, OfficeWords words) => value;

    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        Enum.GetValues<T>().Select(each => (each.ToString(), Words(each)));

    public override string Sql(string text) => text;

    string All => string.Join(", ", Enum.GetValues<T>().Select(words));

    string Words(T value) => words(value);

    T? Known(string text)
    {
        foreach (var each in Enum.GetValues<T>())
            if (
                text.Equals(each.ToString(), StringComparison.OrdinalIgnoreCase)
                || text.Equals(words(each), StringComparison.OrdinalIgnoreCase)
            )
                return each;
        return read?.Invoke(text);
    }
}
