using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>A kind of record, with the class that holds one of them.</summary>
public sealed record RecordType<T>(
    string Table,
    string Word,
    string Plural,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Field<T>> Own
) : RecordType(Table, Word, Plural, Sections)
    where T : class, IRecord, new()
{
    public override IReadOnlyList<Field> Fields => Own;

    /// <summary>What is read along where one is shown.</summary>
    public Func<IQueryable<T>, IQueryable<T>> Including { get; init; } = all => all;

    public override IRecord New() => new T();

    public override async Task<IRecord?> FindAsync(
        Office office,
        Guid id,
        CancellationToken stop
    ) => await office.Set<T>().FirstOrDefaultAsync(record => record.Id == id, stop);

    public override async Task<IRecord?> ReadAsync(
        Office office,
        Guid id,
        CancellationToken stop
    ) =>
        await Including(office.Set<T>().AsNoTracking())
            .FirstOrDefaultAsync(record => record.Id == id, stop);

    public override async Task<Dictionary<Guid, IRecord>> FindAllAsync(
        Office office,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    ) =>
        await office
            .Set<T>()
            .Where(record => ids.Contains(record.Id))
            .ToDictionaryAsync(record => record.Id, record => (IRecord)record, stop);

    public override Task<List<Guid>> IdsLikeAsync(
        Office office,
        string pattern,
        int most,
        CancellationToken stop
    ) =>
        office
            .Set<T>()
            .Where(record => EF.Functions.ILike(record.Name, pattern))
            .Select(record => record.Id)
            .Take(most)
            .ToListAsync(stop);

    public override Task<Dictionary<Guid, string>> NamesAsync(
        Office office,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    ) =>
        office
            .Set<T>()
            .Where(record => ids.Contains(record.Id))
            .Select(record => new { record.Id, record.Name })
            .ToDictionaryAsync(record => record.Id, record => record.Name, stop);
}
