using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Records;

/// <summary>One change to many records at once: one statement each, answering how many it changed.</summary>
public static class RecordBulk
{
    const int Attempts = 5;

    /// <param name="change">The rest of an update of "e", whose rows are locked as "locked". SQL of ours alone: nothing that was typed is ever part of it.</param>
    public static Task<int> ChangeManyAsync(
        this RecordType type,
        Office office,
        string change,
        object[] values,
        CancellationToken stop
    ) =>
        office.Database.ExecuteSqlRawAsync(
            string.Concat(Locked(type), " update ", type.Table, " e set ", change),
            values,
            stop
        );

    // In one order: two who change overlapping lists wait for each other instead of locking each other out.
    static string Locked(RecordType type) =>
        $$"""
            with locked as (
              select id from {{type.Table}} where id = any ({0}) and erased_at is null order by id for update
            )
            """;

    public static Task<int> ArchiveAsync(
        this RecordType type,
        Office office,
        Guid[] ids,
        TimeProvider clock,
        CancellationToken stop
    ) =>
        type.ChangeManyAsync(
            office,
            "archived_at = {1} from locked where e.id = locked.id and archived_at is null",
            [ids, clock.GetUtcNow()],
            stop
        );

    /// <summary>What would be the second active one with some value stays archived.</summary>
    public static Task<int> RestoreAsync(
        this RecordType type,
        Office office,
        Guid[] ids,
        CancellationToken stop
    ) => AgainAsync(office, () => RestoreOnceAsync(type, office, ids, stop), stop);

    static Task<int> RestoreOnceAsync(
        RecordType type,
        Office office,
        Guid[] ids,
        CancellationToken stop
    )
    {
        const string Restore =
            "archived_at = null from locked where e.id = locked.id and archived_at is not null";
        var alone = type.OnlyOneActive is { } only
            ? $$"""
                 and not exists (
                  select from {{type.Table}} o where o.{{only.Column}} = e.{{only.Column}} and o.id <> e.id and o.erased_at is null
                    and (o.archived_at is null or o.id = any ({0}) and o.id < e.id))
                """
            : "";
        return type.ChangeManyAsync(office, Restore + alone, [ids], stop);
    }

    // What another gets at this very moment is not to be seen before it has it.
    static async Task<int> AgainAsync(Office office, Func<Task<int>> change, CancellationToken stop)
    {
        const string Before = "before_many";
        var open = office.Database.CurrentTransaction;
        for (var attempt = 1; ; attempt++)
        {
            if (open is not null)
                await open.CreateSavepointAsync(Before, stop);
            try
            {
                return await change();
            }
            catch (PostgresException taken)
                when (taken.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Attempts)
            {
                if (open is not null)
                    await open.RollbackToSavepointAsync(Before, stop);
            }
        }
    }
}
