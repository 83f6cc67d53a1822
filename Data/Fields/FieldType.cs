using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>
/// A kind of value: how it is typed, kept and shown. A value travels as text in one canonical form, so that equal values
/// are equal texts.
/// </summary>
public abstract class FieldType
{
    /// <summary>How a form asks for it.</summary>
    public abstract Control Control { get; }

    /// <summary>From what somebody typed to the canonical value; or what is wrong and how to mend it.</summary>
    public abstract bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    );

    /// <summary>Whether a value that stands somewhere already is one that can be kept: not what only a hand at the database, or an older rule, let in.</summary>
    public virtual bool IsCanonical(string value) =>
        TryRead("", Edit(value, OfficeWords.Plain), OfficeWords.Plain, out var read, out _)
        && read == value;

    /// <summary>From the canonical value to what a person reads; whatever else is stored, as it is. Empty stays empty.</summary>
    public virtual string Show(string value, OfficeWords words) => value;

    /// <summary>In what it is counted, beside the label of its control.</summary>
    public virtual string? Unit(OfficeWords words) => null;

    /// <summary>From the canonical value to words within a sentence, which has no lines.</summary>
    public virtual string InSentence(string value, OfficeWords words) => Show(value, words);

    /// <summary>How what was typed freely was understood, part by part; none where that goes without saying.</summary>
    public virtual IEnumerable<string> ReadAs(string value, OfficeWords words) => [];

    /// <summary>From the canonical value to the lines of its record's page, with what can be dialled or written to.</summary>
    public virtual IEnumerable<IReadOnlyList<ShownText>> ShowLines(
        string value,
        OfficeWords words
    ) =>
        Show(value, words) is { Length: > 0 } text
            ?
            [
                [new(text)],
            ]
            : [];

    /// <summary>From the canonical value to what stands in an input.</summary>
    public virtual string Edit(string value, OfficeWords words) => Show(value, words);

    /// <summary>From the canonical value to a cell of a file, from which it is read again.</summary>
    public virtual string InFile(string value, OfficeWords words) => Show(value, words);

    /// <summary>The list of the office's own from which it is chosen.</summary>
    public virtual ChoiceList? List => null;

    /// <summary>What may be chosen; empty where anything may be typed.</summary>
    public virtual IEnumerable<(string Value, string Text)> Choices(OfficeWords words) => [];

    /// <summary>What a form has to tick: of a set its members, not every set.</summary>
    public virtual IEnumerable<(string Value, string Text)> Asked(OfficeWords words) =>
        Choices(words);

    /// <summary>From the canonical value to what the column holds.</summary>
    public virtual JsonNode? ToTrail(string value) => value.Length == 0 ? null : value;

    public virtual string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Null ? "" : stored.ToString();

    /// <summary>SQL that makes of a canonical text what the column holds. Ours alone: nothing that was typed is ever part of it.</summary>
    public virtual string Sql(string text) => $"nullif({text}, '')";
}

public enum Control
{
    Text,
    Tel,
    Email,
    MultiLine,
    Number,
    Date,
    Time,
    Check,
    Choice,
    Radios,
    Colours,
    Checks,
    Tags,
}
