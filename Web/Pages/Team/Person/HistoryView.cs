using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>One line of a person's history, and the fields in it that this viewer can put back.</summary>
public sealed record HistoryLine(TrailLine Line, IReadOnlyList<EmployeeField> PutBack)
{
    public long Id => Line.Entry.Id;
}

/// <summary>A page of a person's history, newest first.</summary>
public sealed record HistoryView(
    Guid PersonId,
    long? Before,
    IReadOnlyList<HistoryLine> Lines,
    long? Next
)
{
    const int PageSize = 30;

    public static async Task<HistoryView?> ReadAsync(
        Office office,
        Viewer viewer,
        Guid id,
        long? before,
        string countryCode,
        CancellationToken stop
    )
    {
        var person = await office
            .Employees.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == id, stop);
        if (person is null)
            return null;
        var entries = await EntriesAsync(office, viewer, id, before, stop);
        var shown = entries.Take(PageSize).ToList();
        var names = await TrailNames.ForAsync(office, shown, countryCode, stop);
        return new(
            id,
            before,
            [.. shown.Select(entry => Tell(entry, person, names, viewer))],
            entries.Count > PageSize ? shown[^1].Id : null
        );
    }

    // What Staff may not know leaves no line: the page would show that somebody earns something else now.
    static Task<List<AuditEntry>> EntriesAsync(
        Office office,
        Viewer viewer,
        Guid id,
        long? before,
        CancellationToken stop
    )
    {
        var hidden = EmployeeFields
            .All.Where(f => !viewer.MaySee(f))
            .Select(f => f.Column)
            .ToArray();
        return office
            .AuditLog.FromSql(
                $$"""
                select * from audit_log
                where person_id = {{id}} and table_name = 'employees'
                  and (action not in ('update', 'given-up') or diff - {{hidden}} <> '{}')
                  and ({{before}}::bigint is null or (at, id) < (
                    select at, id from audit_log where id = {{before}} and person_id = {{id}}
                      and (action not in ('update', 'given-up') or diff - {{hidden}} <> '{}')))
                order by at desc, id desc limit {{PageSize + 1}}
                """
            )
            .AsNoTracking()
            .ToListAsync(stop);
    }

    static HistoryLine Tell(AuditEntry entry, Employee person, TrailNames names, Viewer viewer)
    {
        var line = TrailLine.Of(entry, names, viewer);
        var seen = line.Facts.Where(fact =>
            EmployeeFields.ByColumn(fact.Column) is not { } field || viewer.MaySee(field)
        );
        var back = EmployeeFields.All.Where(field =>
            viewer.MayEdit(field.Section) && PutBack.IsPossible(person, entry, field.Column)
        );
        return new(line with { Facts = [.. seen] }, [.. back]);
    }
}
