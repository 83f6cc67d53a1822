using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Pages.Admin.Audit;

static class AuditQuery
{
    const int MostFound = 200;

    /// <summary>The lines that the filter asks for and the viewer may read, the latest first.</summary>
    public static async Task<IQueryable<AuditEntry>> TrailAsync(
        this Office office,
        AuditFilter filter,
        TimeZoneInfo zone,
        CancellationToken stop
    )
    {
        var tables = AuditTables.For(office.Viewer).Keys.ToArray();
        var trail = office.AuditLog.AsNoTracking().Where(e => tables.Contains(e.TableName));
        if (Text(filter.Table) is { } table)
            trail = trail.Where(e => e.TableName == table);
        if (Text(filter.Row) is { } row)
            trail = trail.Where(e => e.RowId == row);
        if (Text(filter.Request) is { } request)
            trail = trail.Where(e => e.RequestId == request);
        if (Text(filter.Actor) is { } actor)
            trail = Guid.TryParse(actor, CultureInfo.InvariantCulture, out var actorId)
                ? trail.Where(e => e.ActorId == actorId)
                : trail.Where(e => e.ActorId == null);
        if (filter.From is { } from)
        {
            var start = OfficeDay.StartOf(from, zone).ToUniversalTime();
            trail = trail.Where(e => e.At >= start);
        }
        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = OfficeDay.StartOf(to.AddDays(1), zone).ToUniversalTime();
            trail = trail.Where(e => e.At < end);
        }
        if (Text(filter.Person) is { } person)
        {
            var found = await FindAsync(office, person, stop);
            var rows = found.Select(id => id.ToString()).ToArray();
            var kinds = RecordTypes.All.Select(type => type.Table).ToArray();
            trail = trail.Where(e =>
                e.PersonId != null && found.Contains(e.PersonId.Value)
                || kinds.Contains(e.TableName) && rows.Contains(e.RowId)
            );
        }
        return trail.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    public static IQueryable<AuditEntry> Below(
        this IQueryable<AuditEntry> trail,
        AuditPosition? seen
    ) =>
        seen is null
            ? trail
            : trail.Where(e =>
                EF.Functions.LessThan(
                    ValueTuple.Create(e.At, e.Id),
                    ValueTuple.Create(seen.At, seen.Id)
                )
            );

    static async Task<List<Guid>> FindAsync(Office office, string name, CancellationToken stop)
    {
        if (Guid.TryParse(name, CultureInfo.InvariantCulture, out var id))
            return [id];
        var pattern =
            "%"
            + name.Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal)
            + "%";
        var found = new List<Guid>();
        foreach (var type in RecordTypes.All)
            found.AddRange(await type.IdsLikeAsync(office, pattern, MostFound, stop));
        return found;
    }

    static string? Text(string? value) =>
        CleanText.Of(value ?? "") is { Length: > 0 } text ? text : null;
}
