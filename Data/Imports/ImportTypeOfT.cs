using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Imports;

/// <param name="parts">Columns that make a field only together, as first name and last name do.</param>
public sealed class ImportType<T>(
    RecordType<T> type,
    Field<T> name,
    ImportKey key,
    params FieldPart[] parts
) : ImportType(type, new FileFields([.. InFiles(type)], parts), name, key)
    where T : class, IRecord, new()
{
    readonly Field<T>[] fields = [.. InFiles(type)];
    readonly T newcomer = new();

    internal override string EmptyValue(Field field) =>
        fields.Single(one => one == field).Of(newcomer);

    internal override async Task<IReadOnlyList<PreviewRecord>> PreviewAsync(
        Office office,
        IReadOnlyCollection<ImportRecord> lines,
        IReadOnlyCollection<Field> shown,
        OfficeWords words,
        CancellationToken stop
    )
    {
        var ids = lines
            .Select(line => line.RecordId)
            .Concat(lines.Select(line => line.ArchivedId).OfType<Guid>())
            .ToList();
        var known = await office
            .Set<T>()
            .AsNoTracking()
            .Where(record => ids.Contains(record.Id))
            .ToDictionaryAsync(record => record.Id, stop);
        var filled = Array.FindAll(fields, shown.Contains);
        return
        [
            .. lines.Select(line =>
                Show(line, known.GetValueOrDefault(line.RecordId) ?? new T(), filled, words) with
                {
                    Archived = line.ArchivedId is { } id ? known.GetValueOrDefault(id) : null,
                }
            ),
        ];
    }

    PreviewRecord Show(ImportRecord line, T record, Field<T>[] filled, OfficeWords words)
    {
        var before = Array.ConvertAll(filled, Shown);
        for (var at = 0; at < fields.Length; at++)
            if (line.Content[at] is { } value)
                fields[at].Put(record, value);
        var values = Array
            .ConvertAll(filled, Shown)
            .Zip(
                before,
                (now, was) =>
                    new PreviewValue(
                        now,
                        line.Action is ImportAction.Update && now != was ? was : null
                    )
            );
        return new(line.Line, line.Action, [.. values]);

        string Shown(Field<T> one) => one.Show(one.Of(record), words);
    }

    static IEnumerable<Field<T>> InFiles(RecordType<T> type) =>
        type.Own.Where(one => one.IsInFiles);
}
