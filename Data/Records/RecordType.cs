using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>What a kind of record is called, and which fields and sections it has, whatever its class.</summary>
/// <param name="Word">Within a sentence: "person".</param>
/// <param name="Plural">"people".</param>
public abstract record RecordType(
    string Table,
    string Word,
    string Plural,
    IReadOnlyList<Section> Sections
)
{
    /// <summary>What all of them are called where kinds of records are listed.</summary>
    public required string Heading { get; init; }

    /// <summary>Within a sentence: why a value cannot come back that only one of them may have.</summary>
    public string TakenSince { get; init; } = "one of the values belongs to another by now";

    /// <summary>Somebody of the team: the audit log files its lines under them.</summary>
    public bool IsPerson { get; init; }

    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>What a file may bring in and an export writes.</summary>
    public IEnumerable<Field> InFiles => Fields.Where(f => f.IsInFiles);

    /// <summary>A column of which no two that are active may have the same value, and how that is said.</summary>
    public (string Column, string Reason)? OnlyOneActive { get; init; }

    // Nothing that was typed is ever part of it.
    string LockSql => $"select from {Table} where id = {{0}} for update";

    /// <summary>Runs a command on one record, and again when somebody else saved it in the same moment.</summary>
    public Task<T> RetryAsync<T>(
        Office office,
        Guid id,
        Func<Task<T>> attempt,
        CancellationToken stop
    ) => office.RetryAsync(attempt, () => office.Database.ExecuteSqlRawAsync(LockSql, [id], stop));

    public string Topic(Guid id) => $"{Word}:{id}";

    /// <summary>"1 person", "12 people".</summary>
    public string Count(int count) => CountText.Of(count, Word, Plural);

    public Field? ByColumn(string column) => Fields.FirstOrDefault(f => f.Column == column);

    public IEnumerable<Field> In(Section section) => Fields.Where(f => f.Section == section);

    public Section? SectionOf(string? word) =>
        Sections.FirstOrDefault(s => s.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Archiving, which is no field, is a Manager's.</summary>
    public bool MayPutBack(Viewer viewer, string column) =>
        ByColumn(column)?.MayBeEditedBy(viewer) ?? viewer.IsManager;

    /// <summary>What the values of these fields are chosen from: when it changes, they read differently.</summary>
    public static IEnumerable<string> TopicsOf(IEnumerable<Field> fields) =>
        fields.Lists().Select(list => list.Topic);

    public abstract IRecord New();

    /// <summary>To be changed. Null when there is none, or none that this viewer may see.</summary>
    public abstract Task<IRecord?> FindAsync(Office office, Guid id, CancellationToken stop);

    /// <summary>To be shown, with what is shown along with it.</summary>
    public abstract Task<IRecord?> ReadAsync(Office office, Guid id, CancellationToken stop);

    /// <summary>To be changed.</summary>
    public abstract Task<Dictionary<Guid, IRecord>> FindAllAsync(
        Office office,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    );

    /// <summary>Those whose name is like a pattern, the first of them.</summary>
    public abstract Task<List<Guid>> IdsLikeAsync(
        Office office,
        string pattern,
        int most,
        CancellationToken stop
    );

    /// <summary>What these are called today. Whatever is gone is not in it.</summary>
    public abstract Task<Dictionary<Guid, string>> NamesAsync(
        Office office,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    );
}
