using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Search;

/// <summary>The few records that somebody most likely means by what they typed.</summary>
public static class FindRecords
{
    // However many match, only these first are weighed against each other.
    const int Candidates = 200;

    public static async Task<IReadOnlyList<T>> FindAsync<T>(
        this RecordType<T> type,
        Office office,
        string text,
        int most,
        CancellationToken stop
    )
        where T : class, IListed, new()
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var conditions = await TextSearch.PrepareAsync<T>(connection, text, [], stop);
        var found = office
            .Set<T>()
            .WhereAll(conditions)
            .OrderBy(e => e.NameKey)
            .ThenBy(e => e.Id)
            .Take(Candidates)
            .OrderBy(e => e.ArchivedAt != null)
            .ThenByDescending(e =>
                EF.Functions.TrigramsWordSimilarity(SearchText.Of(text), e.NameKey)
            )
            .ThenBy(e => e.NameKey)
            .ThenBy(e => e.Id)
            .Take(most);
        return await type.Including(found).AsNoTracking().ToListAsync(stop);
    }
}
