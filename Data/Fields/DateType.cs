using System.Globalization;

namespace StaffDashboard.Data.Fields;

/// <summary>A day that is not in the future.</summary>
public sealed class DateType : FieldType
{
    const string Iso = "yyyy-MM-dd";
    static readonly string[] Known = [Iso, "d.M.yyyy", "d/M/yyyy", "d-M-yyyy"];

    public override Control Control => Control.Date;

    public static string Text(DateOnly? day) =>
        day?.ToString(Iso, CultureInfo.InvariantCulture) ?? "";

    public static DateOnly? Day(string value) =>
        value.Length == 0 ? null : DateOnly.ParseExact(value, Iso, CultureInfo.InvariantCulture);

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        (value, problem) = ("", "");
        var text = CleanText.Of(typed);
        if (text.Length == 0)
            return true;
        if (
            !DateOnly.TryParseExact(
                text,
                Known,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
            || date.Year < 1900
        )
            problem = $"{label}: enter a date as 2026-11-21 or 21.11.2026.";
        else if (date > words.LatestDay)
            problem = $"{label}: enter a date that is not in the future.";
        else
            value = Text(date);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        DateOnly.TryParseExact(
            value,
            Iso,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? DateText.Of(date)
            : value;

    public override string Edit(string value, OfficeWords words) => value;

    public override string InFile(string value, OfficeWords words) => value;

    public override string Sql(string text) => $"nullif({text}, '')::date";
}
