using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>What needs to see all lines at once is done where they lie.</summary>
static class CheckSql
{
    internal static async Task CompareAsync(
        Office office,
        ImportType type,
        Import import,
        OfficeWords words,
        CancellationToken stop
    )
    {
        await using var transaction = await office.Database.BeginTransactionAsync(stop);
        // The table was filled this second and has no statistics: a plan for one row would take hours.
        await office.Database.ExecuteSqlAsync($"set local enable_nestloop = off", stop);
        await RejectAsync(office, import.Id, Doubled(type), type.Key.Doubled, stop);
        // Which of them a line means, nobody can tell.
        if (type.Key.Several is { } several)
            await RejectAsync(office, import.Id, Several(type), several, stop);
        if (import.UpdateKnown)
            await office.Database.ExecuteSqlRawAsync(Known(type, import), [import.Id], stop);
        else
            await RejectAsync(office, import.Id, Taken(type), type.Key.Taken, stop);
        foreach (var field in type.Fields.Required)
            await RejectAsync(office, import.Id, Missing(type, field), Why(field, words), stop);
        await office.Database.ExecuteSqlRawAsync(Archived(type), [import.Id], stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Which choices the lines that are left name.</summary>
    internal static async Task<HashSet<Guid>> InUseAsync(
        Office office,
        ImportType type,
        Field choice,
        Guid id,
        CancellationToken stop
    ) => await office.Database.SqlQueryRaw<Guid>(InUse(type, choice), id).ToHashSetAsync(stop);

    // The sentence is a parameter and no part of the statement: it may hold any sign.
    static Task<int> RejectAsync(
        Office office,
        Guid id,
        string which,
        string why,
        CancellationToken stop
    ) => office.Database.ExecuteSqlRawAsync(Rejecting(which), [id, why], stop);

    static string Rejecting(string which) =>
        $"""
            with bad as ({which})
            update import_rows r set problem = bad.why from bad where r.import_id = @p0 and r.line = bad.line
            """;

    static string InUse(ImportType type, Field choice)
    {
        var content = StoredAs.Content(type, choice);
        return $"""
            select distinct {choice.Type.Sql(content)} as "Value"
            from import_records p where import_id = @p0 and nullif({content}, '') is not null
            """;
    }

    static string Doubled(ImportType type) =>
        $"""
            delete from import_records p using (
              select line, min(line) over (partition by {type.Key.Compared("key")}) first
              from import_records where import_id = @p0 and key is not null
            ) d
            where p.import_id = @p0 and p.line = d.line and d.line <> d.first
            returning p.line, format(@p1, d.first) why
            """;

    static string Several(ImportType type) =>
        $"""
            delete from import_records p using (
              select {type.Key.Compared($"e.{type.Key.Field.Column}")} as key from {type.Table} e
              where {type.Active} group by 1 having count(*) > 1
            ) several
            where p.import_id = @p0 and {type.Key.Compared("p.key")} = several.key
            returning p.line, @p1 why
            """;

    static string Taken(ImportType type) =>
        $"""
            delete from import_records p using {type.Table} e
            where p.import_id = @p0 and {IsKnown(type)}
            returning p.line, format(@p1, e.{type.Name.Column}) why
            """;

    static string Missing(ImportType type, Field field) =>
        $"""
            delete from import_records p
            where import_id = @p0 and action = 'Add' and {StoredAs.Content(type, field)} is null
            returning p.line, @p1 why
            """;

    // What a form that was left empty says.
    static string Why(Field field, OfficeWords words) =>
        field.TryRead("", words, out _, out var problem) ? $"{field.Label} is missing." : problem;

    static string Known(ImportType type, Import import)
    {
        var same = string.Join(
            " and ",
            type.Fields.FilledBy(import.Mapping)
                .Select(field =>
                    $"e.{field.Column} is not distinct from {StoredAs.ForKnown(type, field)}"
                )
        );
        return $"""
            update import_records p
            set person_id = e.id, person_version = e.xmin, action = case when {same} then 'Same' else 'Update' end
            from {type.Table} e
            where p.import_id = @p0 and {IsKnown(type)}
            """;
    }

    // Of several the one that was archived last.
    static string Archived(ImportType type)
    {
        var key = $"e.{type.Key.Field.Column}";
        return $"""
            update import_records p
            set archived_id = archived.id
            from (
              select distinct on (1) {type.Key.Compared(key)} as key, e.id from {type.Table} e
              where e.{IRecord.ArchivedAtColumn} is not null and {key} is not null order by 1, e.{IRecord.ArchivedAtColumn} desc
            ) archived
            where p.import_id = @p0 and p.action = 'Add' and {type.Key.Compared(
                "p.key"
            )} = archived.key
            """;
    }

    static string IsKnown(ImportType type) =>
        $"{type.Key.Compared($"e.{type.Key.Field.Column}")} = {type.Key.Compared("p.key")} and {type.Active}";
}
