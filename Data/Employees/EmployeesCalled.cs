using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Employees;

public static class EmployeesCalled
{
    const int Candidates = 200;

    /// <summary>The few whose name, phone or skills come closest to what was typed, best first. Mistyping is forgiven.</summary>
    public static IQueryable<Employee> Called(
        this DbSet<Employee> employees,
        string typed,
        int most
    )
    {
        var pattern = typed.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
        // Under three letters there is no trigram, and half of the office would match.
        return typed.Length < 3
            ? employees.FromSql(
                $"""
                select e.*, e.xmin from employees e
                where name_key like search_text({pattern}) || '%' and archived_at is null and erased_at is null
                order by name_key limit {most}
                """
            )
            : employees.FromSql(
                $"""
                select e.*, e.xmin from (
                    select e.*, e.xmin from employees e
                    where (search like '%' || search_text({pattern}) || '%' or search_text({typed}) <% search)
                        and archived_at is null and erased_at is null
                    limit {Candidates}
                ) e
                order by word_similarity(search_text({typed}), search) desc, name_key limit {most}
                """
            );
    }
}
