using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Imports;

/// <summary>
/// How one kind of record comes in from files. Guess, check, save and preview go by this declaration; their SQL is made
/// of it alone, never of what was typed.
/// </summary>
/// <param name="name">What a record is called.</param>
public abstract class ImportType(RecordType type, FileFields fields, Field name, ImportKey key)
{
    public string Table => type.Table;
    public string One => type.Word;
    public string Many => type.Plural;
    public FileFields Fields => fields;
    public Field Name => name;
    public ImportKey Key => key;
    public Guess Guess { get; } = new(fields);

    /// <summary>Within a sentence: not one of them.</summary>
    public string None { get; init; } = $"no {type.Word}";

    /// <summary>Which new names a file may add to the office's own list.</summary>
    public ImportChoices? Choices { get; init; }

    /// <summary>Which records the key finds, in SQL: as the unique index has it, or that cannot be used.</summary>
    public string Active { get; init; } = $"e.{IRecord.ArchivedAtColumn} is null";

    /// <summary>What an empty form means for this field.</summary>
    internal abstract string EmptyValue(Field field);

    /// <summary>The records of these lines as they would be saved.</summary>
    internal abstract Task<IReadOnlyList<PreviewRecord>> PreviewAsync(
        Office office,
        IReadOnlyCollection<ImportRecord> lines,
        IReadOnlyCollection<Field> shown,
        OfficeWords words,
        CancellationToken stop
    );
}
