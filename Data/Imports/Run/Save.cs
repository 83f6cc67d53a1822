using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>All or nothing: one transaction, in steps, so that there is something to tell and a place to stop.</summary>
static class Save
{
    const int Lines = 5_000;

    internal static async Task RunAsync(
        Office office,
        ImportType type,
        Import import,
        Teller teller,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        await using var transaction = await office.Database.BeginTransactionAsync(stop);
        try
        {
            await AddChoicesAsync(office, type, import, stop);
            await SaveRecordsAsync(office, type, import, teller, stop);
        }
        catch (Exception refused)
            when (IsOvertaken(refused as PostgresException ?? refused.InnerException))
        {
            throw new RecordsHaveChanged(Again(type));
        }
        await office.ForgetLinesAsync(import.Id, keepRejected: true, stop);
        await EndAsync(office, import, clock, stop);
        await transaction.CommitAsync(stop);
    }

    static string Again(ImportType type)
    {
        var choices = type.Choices is { } list ? $", or the {list.Name}," : "";
        return $"Nothing was saved: somebody changed {type.Many} of this list{choices} since it was checked. Check it again.";
    }

    static bool IsOvertaken(Exception? refused) =>
        refused
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.ForeignKeyViolation
            };

    static async Task AddChoicesAsync(
        Office office,
        ImportType type,
        Import import,
        CancellationToken stop
    )
    {
        for (var at = 0; at < import.NewChoices.Length; at++)
            office.Add(type.Choices!.Row(import.NewChoiceIds[at], import.NewChoices[at], at));
        await office.SaveChangesAsync(stop);
    }

    static async Task SaveRecordsAsync(
        Office office,
        ImportType type,
        Import import,
        Teller teller,
        CancellationToken stop
    )
    {
        var last = await office
            .ImportRecords.Where(r => r.ImportId == import.Id)
            .MaxAsync(r => (int?)r.Line, stop);
        var (insert, update) = (Insert(type), Update(type, import));
        var (added, updated) = (0, 0);
        for (var line = 0; line <= last; line += Lines)
        {
            added += await office.Database.ExecuteSqlRawAsync(
                insert,
                [import.Id, line, line + Lines],
                stop
            );
            updated += await office.Database.ExecuteSqlRawAsync(
                update,
                [import.Id, line, line + Lines],
                stop
            );
            await teller.SayAsync(added + updated, stop);
        }
        if (added != import.Added || updated != import.Updated)
            throw new RecordsHaveChanged(Again(type));
    }

    // Not by EF: what is told meanwhile on the other connection has changed the row, and Cancel must win over Done.
    static async Task EndAsync(
        Office office,
        Import import,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var ended = await office
            .Imports.Where(i => i.Id == import.Id && !i.CancelRequested)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.State, ImportState.Done)
                        .SetProperty(i => i.Progress, i => i.Added + i.Updated)
                        .SetProperty(i => i.FinishedAt, clock.GetUtcNow()),
                stop
            );
        if (ended == 0)
            throw new RunStopped();
    }

    const string These = "p.import_id = @p0 and p.line >= @p1 and p.line < @p2";

    static string Insert(ImportType type)
    {
        var columns = string.Join(", ", type.Fields.All.Select(field => field.Column));
        var values = string.Join(
            ", ",
            type.Fields.All.Select(field => StoredAs.ForNewcomer(type, field))
        );
        return $"""
            insert into {type.Table} (id, {columns})
            select p.person_id, {values}
            from import_records p where {These} and p.action = 'Add' order by p.line
            """;
    }

    static string Update(ImportType type, Import import)
    {
        var values = string.Join(
            ", ",
            type.Fields.FilledBy(import.Mapping)
                .Select(field => $"{field.Column} = {StoredAs.ForKnown(type, field)}")
        );
        return $"""
            update {type.Table} e
            set {values}
            from import_records p
            where {These} and p.action = 'Update' and e.id = p.person_id and e.xmin = p.person_version
            """;
    }
}
