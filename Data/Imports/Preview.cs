using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Imports;

/// <summary>What one looks at before it is saved.</summary>
public sealed record Preview(
    string[] Headings,
    IReadOnlyList<PreviewRecord> Records,
    IReadOnlyList<ImportRow> Rejected
)
{
    public const int Page = 50;
    public const int First = 10;

    /// <summary>How many lines add what there is already, archived.</summary>
    public int Archived { get; init; }

    const int SampleLines = 40;
    const int Samples = 3;

    public static async Task<Preview> OfAsync(Office office, Import import, CancellationToken stop)
    {
        var fields = ImportTypes.Of(import).Fields.FilledBy(import.Mapping).ToList();
        var records = import.MayCheck ? await RecordsAsync(office, import, fields, stop) : [];
        var rejected = import.IsRunning
            ? []
            : await RejectedAsync(office, import.Id, 0, First, stop);
        return new([.. fields.Select(field => field.Label)], records, rejected)
        {
            Archived = await office.ImportRecords.CountAsync(
                r => r.ImportId == import.Id && r.ArchivedId != null,
                stop
            ),
        };
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

    static async Task<IReadOnlyList<PreviewRecord>> RecordsAsync(
        Office office,
        Import import,
        IReadOnlyCollection<Field> shown,
        CancellationToken stop
    )
    {
        var type = ImportTypes.Of(import);
        var words = await office.WordsAsync(shown, "", stop);
        if (type.Choices is { } choices)
            words = words.With(choices.List, Choices(import, words.Of(choices.List)));
        var lines = await office
            .ImportRecords.AsNoTracking()
            .Where(r => r.ImportId == import.Id)
            // What is to be looked at first, then what changes: who only looks at the beginning is to see it.
            .OrderBy(r => r.ArchivedId == null)
            .ThenBy(r => r.Action == ImportAction.Same)
            .ThenBy(r => r.Line)
            .Take(First)
            .ToListAsync(stop);
        return await type.PreviewAsync(office, lines, shown, words, stop);
    }

    // Those that saving would add have a name already.
    static Dictionary<Guid, string> Choices(
        Import import,
        IReadOnlyDictionary<Guid, string> known
    ) =>
        import
            .NewChoiceIds.Zip(import.NewChoices, KeyValuePair.Create)
            .Concat(known)
            .DistinctBy(choice => choice.Key)
            .ToDictionary();

    static string Shorten(string cell) => cell.Length > 60 ? cell[..60] + "…" : cell;
}

public sealed record PreviewRecord(int Line, ImportAction Action, PreviewValue[] Shown)
{
    /// <summary>The archived record of which saving makes a second one.</summary>
    public IRecord? Archived { get; init; }
}

/// <param name="Text">As it will be.</param>
/// <param name="Was">As it is now; null where the import changes nothing.</param>
public sealed record PreviewValue(string Text, string? Was = null);
