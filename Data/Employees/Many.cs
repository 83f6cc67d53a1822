using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Employees;

/// <summary>One change to many people at once: one statement each, answering how many it changed.</summary>
public static class Many
{
    const int Attempts = 5;

    // In one order: two who change overlapping lists wait for each other instead of locking each other out.
    const string Locked = """
        with locked as (
          select id from employees where id = any ({0}) and erased_at is null order by id for update
        ) update employees e set
        """;

    public static Task<int> ArchiveAsync(
        Office office,
        Guid[] ids,
        TimeProvider clock,
        CancellationToken stop
    ) =>
        ChangeAsync(
            office,
            "archived_at = {1} from locked where e.id = locked.id and archived_at is null",
            [ids, clock.GetUtcNow()],
            stop
        );

    /// <summary>Whoever's phone somebody active has by now stays archived.</summary>
    public static Task<int> RestoreAsync(Office office, Guid[] ids, CancellationToken stop) =>
        AgainAsync(office, () => RestoreOnceAsync(office, ids, stop), stop);

    static Task<int> RestoreOnceAsync(Office office, Guid[] ids, CancellationToken stop) =>
        ChangeAsync(
            office,
            """
            archived_at = null from locked where e.id = locked.id and archived_at is not null and not exists (
              select from employees o where o.phone = e.phone and o.id <> e.id and o.erased_at is null
                and (o.archived_at is null or o.id = any ({0}) and o.id < e.id))
            """,
            [ids],
            stop
        );

    /// <summary>Whoever has become something else than was seen, or becomes it at this very moment, stays so.</summary>
    public static Task<int> EmployAsync(
        Office office,
        Guid[] ids,
        Employment employment,
        IReadOnlyDictionary<Guid, Employment> seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            office,
            // "before" is older than the wait for "locked"; the row itself is read again after it.
            """
            employment = {1} from locked join employees before on before.id = locked.id
              left join unnest({2}, {3}) seen(id, employment) on seen.id = locked.id
            where e.id = locked.id and e.employment <> {1} and e.employment = coalesce(seen.employment, before.employment)
            """,
            [
                ids,
                employment.ToString(),
                seen.Keys.ToArray(),
                seen.Values.Select(each => each.ToString()).ToArray(),
            ],
            stop
        );

    /// <summary>As with an employment: whoever has another role by now than was seen keeps it.</summary>
    public static Task<int> AssignRoleAsync(
        Office office,
        Guid[] ids,
        Guid role,
        IReadOnlyDictionary<Guid, Guid?> seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            office,
            """
            work_role_id = {1} from locked join employees before on before.id = locked.id
              left join unnest({2}, {3}) seen(id, role) on seen.id = locked.id
            where e.id = locked.id and e.work_role_id is distinct from {1}
              and e.work_role_id is not distinct from
                case when seen.id is null then before.work_role_id else nullif(seen.role, '')::uuid end
            """,
            [
                ids,
                role,
                seen.Keys.ToArray(),
                seen.Values.Select(each => each?.ToString() ?? "").ToArray(),
            ],
            stop
        );

    /// <summary>In the spelling that is in use already.</summary>
    public static Task<int> LearnAsync(
        Office office,
        Guid[] ids,
        string skill,
        CancellationToken stop
    ) =>
        ChangeAsync(
            office,
            """
            skills = skills || coalesce((select name from skills where lower(name) = lower({1})), {1})
            from locked where e.id = locked.id and cardinality(skills) < {2}
              and not exists (select from unnest(skills) s where lower(s) = lower({1}))
            """,
            [ids, CleanText.Of(skill), Employee.MaxSkills],
            stop
        );

    public static Task<int> UnlearnAsync(
        Office office,
        Guid[] ids,
        string skill,
        CancellationToken stop
    ) =>
        ChangeAsync(
            office,
            """
            skills = array(select s from unnest(skills) with ordinality t(s, place) where lower(s) <> lower({1}) order by place)
            from locked where e.id = locked.id and exists (select from unnest(skills) s where lower(s) = lower({1}))
            """,
            [ids, CleanText.Of(skill)],
            stop
        );

    // Whoever gets a phone at this very moment is not to be seen before they have it.
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

    static Task<int> ChangeAsync(
        Office office,
        string change,
        object[] values,
        CancellationToken stop
    ) => office.Database.ExecuteSqlRawAsync(string.Concat(Locked, " ", change), values, stop);
}
