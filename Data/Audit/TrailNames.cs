using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Switches;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Audit;

/// <summary>What the rows of some trail entries are called today. A row that is gone has no name here.</summary>
public sealed record TrailNames(IReadOnlyDictionary<string, string> Rows, OfficeWords Words)
{
    public string? Of(string table, string rowId) => Rows.GetValueOrDefault(Key(table, rowId));

    /// <summary>By id: the stored name is what somebody called themselves then, and may be somebody else's today.</summary>
    public string ActorOf(AuditEntry entry) =>
        entry.ActorId is { } actor && Of("users", actor.ToString()) is { } name
            ? name
            : entry.ActorName;

    public static async Task<TrailNames> ForAsync(
        Office office,
        IReadOnlyCollection<AuditEntry> entries,
        string countryCode,
        CancellationToken stop
    )
    {
        var words = await office.WordsAsync(
            RecordTypes.All.SelectMany(type => type.Fields),
            countryCode,
            stop
        );
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, name) in words.Of(WorkRole.Choices))
            rows[Key("work_roles", id)] = name;
        foreach (var (id, name) in words.Of(User.Choices))
            rows[Key("users", id)] = name;
        foreach (var feature in Feature.All)
            rows[Key("feature_switches", feature.Name)] = $"the switch “{feature.Label}”";
        foreach (var kind in AlarmKinds.All)
            rows[Key("alarm_rules", kind.Name)] = $"the rule “{kind.Label}”";
        var alarms = Ids("alarms");
        if (alarms.Count > 0)
            foreach (
                var alarm in await office
                    .Alarms.AsNoTracking()
                    .Where(a => alarms.Contains(a.Id))
                    .ToListAsync(stop)
            )
                rows[Key("alarms", alarm.Id)] = $"the alarm “{alarm.FullTitle()}”";
        var silences = Ids("alarm_silences");
        if (silences.Count > 0)
            foreach (
                var silence in await office
                    .AlarmSilences.AsNoTracking()
                    .Where(s => silences.Contains(s.Id))
                    .ToListAsync(stop)
            )
                rows[Key("alarm_silences", silence.Id)] = $"the silence “{silence.Reason}”";
        foreach (var type in RecordTypes.All)
            if (Ids(type.Table) is { Count: > 0 } ids)
                foreach (var (id, name) in await type.NamesAsync(office, ids, stop))
                    rows[Key(type.Table, id)] = name;
        var imports = Ids("imports");
        if (imports.Count > 0)
            foreach (
                var import in await office
                    .Imports.Where(i => imports.Contains(i.Id))
                    .Select(i => new { i.Id, i.FileName })
                    .ToListAsync(stop)
            )
                rows[Key("imports", import.Id)] = import.FileName;
        foreach (var (table, named) in Named(office))
        {
            var ids = Ids(table);
            if (ids.Count > 0)
                foreach (
                    var row in await named.Where(row => ids.Contains(row.Id)).ToListAsync(stop)
                )
                    rows[Key(table, row.Id)] = row.Name;
        }
        return new(rows, words);

        List<Guid> Ids(string table) =>
            [
                .. entries
                    .Where(e => e.TableName == table)
                    .Select(e =>
                        Guid.TryParse(e.RowId, CultureInfo.InvariantCulture, out var id)
                            ? id
                            : Guid.Empty
                    )
                    .Distinct(),
            ];
    }

    static IEnumerable<(string Table, IQueryable<NamedRow> Rows)> Named(Office office) =>
        [
            (
                "problem_reports",
                office.ProblemReports.Select(r => new NamedRow
                {
                    Id = r.Id,
                    Name =
                        "the problem report of "
                        + (
                            office
                                .Users.Where(u => u.Id == r.UserId)
                                .Select(u => u.Name)
                                .FirstOrDefault()
                            ?? r.UserName
                        ),
                })
            ),
            (
                "report_recipients",
                office.ReportRecipients.Select(r => new NamedRow { Id = r.Id, Name = r.Email })
            ),
        ];

    sealed class NamedRow
    {
        public Guid Id { get; init; }
        public required string Name { get; init; }
    }

    static string Key(string table, object id) => $"{table}/{id}";
}
