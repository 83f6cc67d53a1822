using System.Text.Json.Nodes;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Data.Fields;

/// <summary>A line, or more of them.</summary>
public sealed class TextType(int longest, Control control = Control.Text) : FieldType
{
    public override Control Control => control;

    /// <summary>From the cleaned text to the canonical value, or to what is wrong with it.</summary>
    public Func<string, OfficeWords, (string Value, string Problem)>? Check { get; init; }

    public Func<string, string>? Shown { get; init; }

    /// <summary>Where the column holds an empty text, and not null.</summary>
    public bool IsNeverNull { get; init; }

    /// <summary>What somebody or something is called: never empty.</summary>
    public static TextType OfName(int longest) =>
        new(longest)
        {
            IsNeverNull = true,
            Check = (v, _) =>
                (
                    v,
                    v.Length == 0 ? "Enter a name."
                    : NameText.IsPlain(v) ? ""
                    : $"This name {NameText.Problem}"
                ),
        };

    public static TextType OfPhone() =>
        new(40, Control.Tel)
        {
            Check = (v, words) =>
                v.Length == 0 || Phone.TryRead(v, words.CountryCode, out v)
                    ? (v, "")
                    : (v, Phone.Problem),
            Shown = Phone.Show,
        };

    public static TextType OfEmail() =>
        new(EmailAddress.MaxLength, Control.Email)
        {
            Check = (v, _) =>
                (v, v.Length == 0 || EmailAddress.IsPlausible(v) ? "" : EmailAddress.Problem),
        };

    public static string? OrNull(string value) => value.Length == 0 ? null : value;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        // Browsers send CR LF where a text area shows a line break; it is one line break all the same.
        value = CleanText.Of(typed.ReplaceLineEndings("\n"));
        problem =
            value.Length > longest
                ? $"{label}: at most {longest} characters; this has {value.Length}."
                : "";
        if (problem.Length == 0 && Check is not null)
            (value, problem) = Check(value, words);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        Shown is null ? value : Shown(value);

    public override IEnumerable<IReadOnlyList<ShownText>> ShowLines(
        string value,
        OfficeWords words
    ) =>
        value.Length == 0 ? []
        : control is Control.Tel
            ?
            [
                [new(Show(value, words), "tel:" + value)],
            ]
        : control is Control.Email
            ?
            [
                [new(value, EmailAddress.Link(value))],
            ]
        : base.ShowLines(value, words);

    public override string InFile(string value, OfficeWords words) => value;

    public override JsonNode? ToTrail(string value) => IsNeverNull ? value : base.ToTrail(value);

    public override string Sql(string text) => IsNeverNull ? text : base.Sql(text);
}
