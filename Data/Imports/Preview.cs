using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Imports;

/// <summary>What one looks at before it is saved.</summary>
public sealed record Preview(
    string[] Headings,
    IReadOnlyList<PreviewPerson> People,
    IReadOnlyList<ImportRow> Rejected
)
{
    public const int Page = 50;
    public const int First = 10;
    const int SampleLines = 40;
    const int Samples = 3;

    public static async Task<Preview> OfAsync(Office office, Import import, CancellationToken stop)
    {
        var fields = FileFields.FilledBy(import.Mapping).ToArray();
        var people = import.MayCheck ? await PeopleAsync(office, import, fields, stop) : [];
        var rejected = import.IsRunning
            ? []
            : await RejectedAsync(office, import.Id, 0, First, stop);
        return new([.. fields.Select(field => field.Label)], people, rejected);
    }

    /// <summary>By line, from the one after the last that was seen.</summary>
    public static Task<List<ImportRow>> RejectedAsync(
        Office office,
        Guid import,
        int after,
        int most,
        CancellationToken stop
    ) =>
        office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == import && r.Problem != null && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(most)
            .ToListAsync(stop);

    /// <summary>For each column some of what stands in it.</summary>
    public static async Task<IReadOnlyList<string[]>> SamplesAsync(
        Office office,
        Import import,
        CancellationToken stop
    )
    {
        var rows = await office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == import.Id)
            .OrderBy(r => r.Line)
            .Take(SampleLines)
            .ToListAsync(stop);
        return
        [
            .. import.Columns.Select(
                (_, at) =>
                    rows.Where(r => at < r.Cells.Length)
                        .Select(r => Shorten(r.Cells[at].Trim()))
                        .Where(cell => cell.Length > 0)
                        .Distinct()
                        .Take(Samples)
                        .ToArray()
            ),
        ];
    }

    static async Task<List<PreviewPerson>> PeopleAsync(
        Office office,
        Import import,
        Field<Employee>[] fields,
        CancellationToken stop
    )
    {
        var words = await office.WordsAsync(EmployeeFields.All, "", stop);
        var roles = import
            .NewRoleIds.Zip(import.NewRoles)
            .Concat(words.Of(WorkRole.Choices).Select(r => (r.Key, r.Value)));
        words = words.With(
            WorkRole.Choices,
            roles.DistinctBy(r => r.Item1).ToDictionary(r => r.Item1, r => r.Item2)
        );
        var lines = await office
            .ImportPeople.AsNoTracking()
            .Where(p => p.ImportId == import.Id)
            .OrderBy(p => p.Line)
            .Take(First)
            .ToListAsync(stop);
        var ids = lines.ConvertAll(p => p.PersonId);
        var known = await office
            .Employees.AsNoTracking()
            .Where(e => ids.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, stop);
        return lines.ConvertAll(p =>
            Show(p, known.GetValueOrDefault(p.PersonId) ?? new Employee(), fields, words)
        );
    }

    static PreviewPerson Show(
        ImportPerson line,
        Employee person,
        Field<Employee>[] fields,
        OfficeWords words
    )
    {
        var before = Array.ConvertAll(fields, Shown);
        for (var at = 0; at < EmployeeFields.InFiles.Count; at++)
            if (line.Content[at] is { } value)
                EmployeeFields.InFiles[at].Put(person, value);
        var after = Array.ConvertAll(fields, Shown);
        return new(
            line.Line,
            line.Action,
            [
                .. after.Zip(
                    before,
                    (now, was) =>
                        new PreviewValue(
                            now,
                            line.Action is ImportAction.Update && now != was ? was : null
                        )
                ),
            ]
        );

        string Shown(Field<Employee> field) => field.Show(field.Of(person), words);
    }

    static string Shorten(string cell) => cell.Length > 60 ? cell[..60] + "…" : cell;
}

public sealed record PreviewPerson(int Line, ImportAction Action, PreviewValue[] Shown);

/// <param name="Text">As it will be.</param>
/// <param name="Was">As it is now; null where the import changes nothing.</param>
public sealed record PreviewValue(string Text, string? Was = null);
