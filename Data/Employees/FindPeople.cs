using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Employees;

public sealed record FoundPerson(Guid Id, string Name, string? Role, bool IsArchived);

/// <summary>The few people that somebody most likely means by what they typed.</summary>
public static class FindPeople
{
    // However many match, only these first are weighed against each other.
    const int Candidates = 200;

    public static async Task<IReadOnlyList<FoundPerson>> ByTextAsync(
        Office office,
        string text,
        int most,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var search = await PeopleSearch.PrepareAsync(connection, text, null, stop);
        return await search
            .In(office.Employees)
            .OrderBy(e => e.NameKey)
            .ThenBy(e => e.Id)
            .Take(Candidates)
            .OrderBy(e => e.ArchivedAt != null)
            .ThenByDescending(e =>
                EF.Functions.TrigramsWordSimilarity(SearchText.Of(text), e.NameKey)
            )
            .ThenBy(e => e.NameKey)
            .ThenBy(e => e.Id)
            .Take(most)
            .Select(e => new FoundPerson(e.Id, e.Name, e.WorkRole!.Name, e.ArchivedAt != null))
            .ToListAsync(stop);
    }
}
