using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>What a kind of record consists of. Its form, its history and its way back are all derived from this.</summary>
/// <param name="Word">Within a sentence: "person".</param>
public sealed record RecordType<T>(
    string Table,
    string Word,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Field<T>> Fields,
    Func<T, string> Name
)
    where T : class, IRecord
{
    /// <summary>Waits for the row's turn. Nothing that was typed is ever part of it.</summary>
    public string LockSql => $"select from {Table} where id = {{0}} for update";

    public string Topic(Guid id) => $"{Word}:{id}";

    public Field<T>? ByColumn(string column) =>
        Fields.FirstOrDefault(field => field.Column == column);

    public Field<T>? ByKey(string key) => Fields.FirstOrDefault(field => field.Key == key);

    public IEnumerable<Field<T>> In(Section section) =>
        Fields.Where(field => field.Section == section);

    public Section? SectionOf(string? word) =>
        Sections.FirstOrDefault(s => s.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Archiving, which is no field, is a Manager's.</summary>
    public bool MayPutBack(Viewer viewer, string column) =>
        ByColumn(column)?.MayBeEditedBy(viewer) ?? viewer.IsManager;
}
