using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>All or nothing: one transaction, in steps, so that there is something to tell and a place to stop.</summary>
static class Save
{
    const int Lines = 5_000;

    internal static async Task RunAsync(
        Office office,
        Import import,
        Teller teller,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        await using var transaction = await office.Database.BeginTransactionAsync(stop);
        try
        {
            await AddRolesAsync(office, import, stop);
            await SavePeopleAsync(office, import, teller, stop);
        }
        catch (Exception refused)
            when (IsOvertaken(refused as PostgresException ?? refused.InnerException))
        {
            throw new TeamHasChanged(Again);
        }
        await office.ForgetLinesAsync(import.Id, keepRejected: true, stop);
        await EndAsync(office, import, clock, stop);
        await transaction.CommitAsync(stop);
    }

    const string Again =
        "Nothing was saved: somebody changed people of this list, or the work roles, since it was checked. Check it again.";

    static bool IsOvertaken(Exception? refused) =>
        refused
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.ForeignKeyViolation
            };

    static async Task AddRolesAsync(Office office, Import import, CancellationToken stop)
    {
        for (var at = 0; at < import.NewRoles.Length; at++)
            office.Add(
                new WorkRole
                {
                    Id = import.NewRoleIds[at],
                    Name = import.NewRoles[at],
                    Hue = 1 + at % WorkRole.Hues,
                }
            );
        await office.SaveChangesAsync(stop);
    }

    static async Task SavePeopleAsync(
        Office office,
        Import import,
        Teller teller,
        CancellationToken stop
    )
    {
        var last = await office
            .ImportPeople.Where(p => p.ImportId == import.Id)
            .MaxAsync(p => (int?)p.Line, stop);
        var (added, updated) = (0, 0);
        for (var line = 0; line <= last; line += Lines)
        {
            added += await office.Database.ExecuteSqlRawAsync(
                Insert,
                [import.Id, line, line + Lines],
                stop
            );
            updated += await office.Database.ExecuteSqlRawAsync(
                Update(import),
                [import.Id, line, line + Lines],
                stop
            );
            await teller.SayAsync(added + updated, stop);
        }
        if (added != import.Added || updated != import.Updated)
            throw new TeamHasChanged(Again);
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

    static readonly string Insert = $"""
        insert into employees (id, {string.Join(
            ", ",
            EmployeeFields.InFiles.Select(f => f.Column)
        )})
        select p.person_id, {string.Join(", ", EmployeeFields.InFiles.Select(StoredAs.ForNewcomer))}
        from import_people p where {These} and p.action = 'Add' order by p.line
        """;

    static string Update(Import import) =>
        $"""
            update employees e
            set {string.Join(
                ", ",
                FileFields.FilledBy(import.Mapping).Select(f =>
                    $"{f.Column} = {StoredAs.ForKnown(f)}"
                )
            )}
            from import_people p
            where {These} and p.action = 'Update' and e.id = p.person_id and e.xmin = p.person_version
            """;
}
