using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>Holds every line against the rules of the forms, and the whole against itself and what is there.</summary>
static class Check
{
    const int Chunk = 4_000;

    internal static async Task RunAsync(
        Office office,
        ImportType type,
        Import import,
        string countryCode,
        Teller teller,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        await ForgetAsync(office, import.Id, stop);
        var words = (await office.WordsAsync(type.Fields.All, countryCode, stop)).At(clock);
        var added =
            import.AddChoices && type.Choices is { } choices
                ? new NewChoices(choices, words)
                : null;
        var reader = new LineReader(type, import, added, words);
        var (line, done) = (0, 0);
        while (await ReadAsync(office, import.Id, line, stop) is { Count: > 0 } rows)
        {
            var bad = await CopyAsync(office, type, import.Id, rows, reader, stop);
            await RejectAsync(office, import.Id, bad, stop);
            line = rows[^1].Line;
            await teller.SayAsync(done += rows.Count, stop);
        }
        await CheckSql.CompareAsync(office, type, import, words, stop);
        await FinishAsync(office, type, import, added, stop);
    }

    // A check that was broken off has left its half behind.
    static async Task ForgetAsync(Office office, Guid id, CancellationToken stop)
    {
        await office.ImportRecords.Where(r => r.ImportId == id).ExecuteDeleteAsync(stop);
        await office
            .ImportRows.Where(r => r.ImportId == id && r.Problem != null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Problem, (string?)null), stop);
    }

    static Task<List<ImportRow>> ReadAsync(
        Office office,
        Guid id,
        int after,
        CancellationToken stop
    ) =>
        office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == id && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(Chunk)
            .ToListAsync(stop);

    static async Task<List<(int Line, string Problem)>> CopyAsync(
        Office office,
        ImportType type,
        Guid id,
        List<ImportRow> rows,
        LineReader reader,
        CancellationToken stop
    )
    {
        var key = type.Fields.All.ToList().IndexOf(type.Key.Field);
        var bad = new List<(int, string)>();
        await using var copy = await (
            (NpgsqlConnection)office.Database.GetDbConnection()
        ).BeginBinaryImportAsync(
            "copy import_records (import_id, line, action, person_id, key, content) from stdin (format binary)",
            stop
        );
        foreach (var row in rows)
        {
            var (content, problem) = reader.Read(row.Cells);
            if (problem.Length > 0)
            {
                bad.Add((row.Line, problem));
                continue;
            }
            await copy.StartRowAsync(stop);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, stop);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(nameof(ImportAction.Add), NpgsqlDbType.Text, stop);
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, stop);
            await copy.WriteAsync(content[key], NpgsqlDbType.Text, stop);
            await copy.WriteAsync(content, NpgsqlDbType.Array | NpgsqlDbType.Text, stop);
        }
        await copy.CompleteAsync(stop);
        return bad;
    }

    static Task RejectAsync(
        Office office,
        Guid id,
        List<(int Line, string Problem)> bad,
        CancellationToken stop
    )
    {
        var lines = bad.ConvertAll(b => b.Line).ToArray();
        var problems = bad.ConvertAll(b => b.Problem).ToArray();
        return bad.Count == 0
            ? Task.CompletedTask
            : office.Database.ExecuteSqlAsync(
                $"""
                update import_rows r set problem = b.problem
                from unnest({lines}, {problems}) b(line, problem)
                where r.import_id = {id} and r.line = b.line
                """,
                stop
            );
    }

    static async Task FinishAsync(
        Office office,
        ImportType type,
        Import import,
        NewChoices? found,
        CancellationToken stop
    )
    {
        var actions = await office
            .ImportRecords.Where(r => r.ImportId == import.Id)
            .GroupBy(r => r.Action)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, stop);
        var rejected = await office.ImportRows.CountAsync(
            r => r.ImportId == import.Id && r.Problem != null,
            stop
        );
        var added = found is null ? [] : await InUseAsync(office, type, import.Id, found, stop);
        import.Checked(
            new(
                actions.GetValueOrDefault(ImportAction.Add),
                actions.GetValueOrDefault(ImportAction.Update),
                actions.GetValueOrDefault(ImportAction.Same),
                rejected
            ),
            [.. added.Select(choice => choice.Key)],
            [.. added.Select(choice => choice.Value)]
        );
        await office.SaveChangesAsync(stop);
    }

    // What only rejected lines name is not added.
    static async Task<List<KeyValuePair<string, Guid>>> InUseAsync(
        Office office,
        ImportType type,
        Guid id,
        NewChoices found,
        CancellationToken stop
    )
    {
        var wanted = await CheckSql.InUseAsync(office, type, found.Field, id, stop);
        return [.. found.Added.Where(choice => wanted.Contains(choice.Value))];
    }
}
