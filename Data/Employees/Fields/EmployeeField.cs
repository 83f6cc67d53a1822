using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Employees.Fields;

/// <summary>
/// One thing that is kept about a person. Forms, the merge of two people's changes, the history, import and export
/// all go through here. A value travels as text in one canonical form, so that equal values are equal texts.
/// </summary>
public abstract class EmployeeField(string key, string column, string label, Section section)
{
    /// <summary>The property and form field.</summary>
    public string Key { get; } = key;

    /// <summary>The column, as the trail names it.</summary>
    public string Column { get; } = column;

    /// <summary>What a clerk calls it; also the heading in a file.</summary>
    public string Label { get; } = label;

    public Section Section { get; } = section;

    public abstract string Of(Employee employee);

    /// <summary>Takes a canonical value only.</summary>
    public abstract void Put(Employee employee, string value);

    /// <summary>From what somebody typed to the canonical value; or what is wrong and how to mend it.</summary>
    public abstract bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    );

    /// <summary>Whether a value that stands somewhere already is one that <see cref="Put"/> takes: not what only a hand at the database, or an older rule, let in.</summary>
    public virtual bool IsCanonical(string value) =>
        TryRead(Edit(value, OfficeWords.Plain), OfficeWords.Plain, out var read, out _)
        && read == value;

    /// <summary>From the canonical value to what a person reads; whatever else is stored, as it is. Empty stays empty.</summary>
    public virtual string Show(string value, OfficeWords words) => value;

    /// <summary>From the canonical value to what stands in an input.</summary>
    public virtual string Edit(string value, OfficeWords words) => Show(value, words);

    /// <summary>From the canonical value to what the column holds.</summary>
    public virtual JsonNode? ToTrail(string value) => value.Length == 0 ? null : value;

    public virtual string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Null ? "" : stored.ToString();
}
