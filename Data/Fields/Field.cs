using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>
/// One thing that is kept about a row. Forms, the merge of two people's changes, the history, import and export all
/// go through here.
/// </summary>
/// <param name="key">The property and form field.</param>
/// <param name="column">The column, as the trail names it.</param>
/// <param name="label">What a clerk calls it; also the heading in a file.</param>
public abstract class Field(
    string key,
    string column,
    string label,
    Section section,
    FieldType type
)
{
    public string Key => key;
    public string Column => column;
    public string Label => label;
    public Section Section => section;
    public FieldType Type => type;

    /// <summary>Within a sentence.</summary>
    public string Word { get; } =
        label.Length == 0 ? "" : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>A form does not leave it empty.</summary>
    public bool IsRequired { get; init; }

    public string? Hint { get; init; }

    /// <summary>What it means that there is nothing, where it means more than that.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>How wide its control is: a class of the form's grid.</summary>
    public string Width { get; init; } = "";

    /// <summary>Nobody else may know it.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>Whether a file may bring it in and an export writes it.</summary>
    public bool IsInFiles { get; init; } = true;

    /// <summary>Other headings of files that mean it, in English and German, between bars.</summary>
    public string Headings { get; init; } = "";

    /// <summary>Left when a record is erased, so that counts stay right. Whatever else is known of it is emptied.</summary>
    public bool OutlivesErasure { get; init; }

    /// <summary>The canonical value.</summary>
    public abstract string Of(object row);

    /// <summary>Takes a canonical value only.</summary>
    public abstract void Put(object row, string value);

    public bool MayBeSeenBy(Viewer viewer) =>
        section.MayBeSeenBy(viewer) && (!IsForManagers || viewer.IsManager);

    public bool MayBeEditedBy(Viewer viewer) =>
        section.MayBeEditedBy(viewer) && MayBeSeenBy(viewer);

    public bool TryRead(string typed, OfficeWords words, out string value, out string problem) =>
        type.TryRead(label, typed, words, out value, out problem);

    public bool IsCanonical(string value) => type.IsCanonical(value);

    public string Show(string value, OfficeWords words) => type.Show(value, words);

    public string InSentence(string value, OfficeWords words) => type.InSentence(value, words);

    public string Edit(string value, OfficeWords words) => type.Edit(value, words);

    public JsonNode? ToTrail(string value) => type.ToTrail(value);

    public string FromTrail(JsonElement stored) => type.FromTrail(stored);
}

/// <param name="of">The canonical value.</param>
/// <param name="put">Takes a canonical value only.</param>
public sealed class Field<T>(
    string key,
    string column,
    string label,
    Section section,
    FieldType type,
    Func<T, string> of,
    Action<T, string> put
) : Field(key, column, label, section, type)
    where T : class
{
    public override string Of(object row) => of((T)row);

    public override void Put(object row, string value) => put((T)row, value);
}
