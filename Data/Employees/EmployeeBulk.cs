using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Employees;

/// <summary>What is done to many people at once, besides archiving and restoring them.</summary>
public static class EmployeeBulk
{
    /// <summary>Whoever has become something else than was seen, or becomes it at this very moment, stays so.</summary>
    public static Task<int> EmployAsync(
        Office office,
        Guid[] ids,
        Employment employment,
        IReadOnlyDictionary<Guid, Employment> seen,
        CancellationToken stop
    ) =>
        Employee.Type.ChangeManyAsync(
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
        Employee.Type.ChangeManyAsync(
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
        Employee.Type.ChangeManyAsync(
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
        Employee.Type.ChangeManyAsync(
            office,
            """
            skills = array(select s from unnest(skills) with ordinality t(s, place) where lower(s) <> lower({1}) order by place)
            from locked where e.id = locked.id and exists (select from unnest(skills) s where lower(s) = lower({1}))
            """,
            [ids, CleanText.Of(skill)],
            stop
        );
}
