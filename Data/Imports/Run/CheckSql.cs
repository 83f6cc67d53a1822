using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>What needs to see all lines at once is done where they lie.</summary>
static class CheckSql
{
    internal static async Task CompareAsync(Office office, Import import, CancellationToken stop)
    {
        await using var transaction = await office.Database.BeginTransactionAsync(stop);
        // The table was filled this second and has no statistics: a plan for one row would take hours.
        await office.Database.ExecuteSqlAsync($"set local enable_nestloop = off", stop);
        await RejectAsync(office, import.Id, Doubled, stop);
        if (import.UpdateByPhone)
            await office.Database.ExecuteSqlRawAsync(Known(import), [import.Id], stop);
        else
            await RejectAsync(office, import.Id, Taken, stop);
        await RejectAsync(office, import.Id, Nameless, stop);
        await transaction.CommitAsync(stop);
    }

    internal static async Task<HashSet<Guid>> RolesInUseAsync(
        Office office,
        Guid id,
        CancellationToken stop
    ) => await office.Database.SqlQueryRaw<Guid>(RolesInUse, id).ToHashSetAsync(stop);

    static Task<int> RejectAsync(Office office, Guid id, string which, CancellationToken stop) =>
        office.Database.ExecuteSqlRawAsync(Rejecting(which), [id], stop);

    static string Rejecting(string which) =>
        $"""
            with bad as ({which})
            update import_rows r set problem = bad.why from bad where r.import_id = @p0 and r.line = bad.line
            """;

    static readonly string RolesInUse = $"""
        select distinct {EmployeeFields.WorkRole.Type.Sql(Role)} as "Value"
        from import_people p where import_id = @p0 and nullif({Role}, '') is not null
        """;

    static string Role => StoredAs.Content(EmployeeFields.WorkRole);

    const string Doubled = """
        delete from import_people p using (
          select line, min(line) over (partition by phone) first
          from import_people where import_id = @p0 and phone is not null
        ) d
        where p.import_id = @p0 and p.line = d.line and d.line <> d.first
        returning p.line, 'Phone: line ' || d.first || ' has the same number.' why
        """;

    const string Taken = """
        delete from import_people p using employees e
        where p.import_id = @p0 and e.phone = p.phone and e.archived_at is null and e.erased_at is null
        returning p.line, 'Phone: ' || e.name || ' of the team has this number.' why
        """;

    static readonly string Nameless = $"""
        delete from import_people p
        where import_id = @p0 and action = 'Add' and {StoredAs.Content(EmployeeFields.Name)} is null
        returning p.line, 'Enter a name.' why
        """;

    static string Known(Import import)
    {
        var same = string.Join(
            " and ",
            FileFields
                .FilledBy(import.Mapping)
                .Select(field =>
                    $"e.{field.Column} is not distinct from {StoredAs.ForKnown(field)}"
                )
        );
        return $"""
            update import_people p
            set person_id = e.id, person_version = e.xmin, action = case when {same} then 'Same' else 'Update' end
            from employees e
            where p.import_id = @p0 and e.phone = p.phone and e.archived_at is null and e.erased_at is null
            """;
    }
}
