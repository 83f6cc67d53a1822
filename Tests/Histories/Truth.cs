using System.Text.Json;
using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>What the trail says was done, held against what people were told.</summary>
sealed class Truth(TestDatabase database, IReadOnlyList<Submission> saved)
{
    static readonly (string Column, string Field)[] Typed =
    [
        ("name", "Name"),
        ("email", "Email"),
        ("notes", "Notes"),
    ];

    public async Task HoldsAsync(Guid person, string seed)
    {
        var (stored, trail) = await ReadAsync(person);
        var mine = saved.Where(s => s.Person == person).ToList();
        foreach (var (column, field) in Typed)
        {
            var changes = Changes(trail, column);
            Follows(stored, column, changes, seed);
            Once(mine, field, changes, seed);
            Seen(mine, field, changes, seed);
        }
        var flags = Changes(trail, "always_needed");
        Follows(stored, "always_needed", flags, seed);
        Seen(mine, "AlwaysNeeded", flags, seed);
        Commanded(mine, Changes(trail, "archived_at"), seed);
    }

    // Each change begins where the one before ended, and the last is what stands there.
    static void Follows(JsonElement stored, string column, List<Change> changes, string seed)
    {
        List<string> ends = [.. changes.Skip(1).Select(change => change.Old)];
        if (changes.Count > 0)
            ends.Add(Text(stored.GetProperty(column)));
        Assert.True(
            ends.SequenceEqual(changes.Select(change => change.New)),
            $"{seed}: {column} is {stored.GetProperty(column)} after {string.Join("; ", changes)}"
        );
    }

    // What was typed is never typed twice: so often it stands in the trail, so often it was done.
    static void Once(List<Submission> mine, string field, List<Change> changes, string seed)
    {
        foreach (var typed in mine.Where(s => s.Wants(field)).GroupBy(s => s[field]))
        {
            var done = changes.Count(change => change.New == typed.Key);
            var said = typed.Any(s => s.IsConfirmed) ? 1 : 0;
            Assert.True(
                done == said,
                $"{seed}: done {done} times, confirmed {said}: {string.Join("; ", typed)}"
            );
        }
    }

    // No silent overwrite: whoever replaced a value had it before their eyes.
    static void Seen(List<Submission> mine, string field, List<Change> changes, string seed)
    {
        var left = mine.Where(s => s.IsConfirmed && s.Wants(field)).ToList();
        foreach (var change in changes)
        {
            var author = left.Find(s =>
                s.By == change.By && s[field] == change.New && s.Was(field) == change.Old
            );
            Assert.True(
                author is not null,
                $"{seed}: nobody who saw it made {field} {change}: {string.Join("; ", mine.Where(s => s[field] == change.New))}"
            );
            left.Remove(author);
        }
    }

    // Archiving is a command: to archive twice is to archive. But nobody archives whom nobody archived.
    static void Commanded(List<Submission> mine, List<Change> changes, string seed)
    {
        foreach (
            var by in changes.GroupBy(c => (c.By, Word: c.New.Length > 0 ? "Archive" : "Restore"))
        )
        {
            var said = mine.Count(s =>
                s.IsConfirmed
                && s.By == by.Key.By
                && s.Path.EndsWith(by.Key.Word, StringComparison.Ordinal)
            );
            Assert.True(
                by.Count() <= said,
                $"{seed}: {by.Key} {by.Count()} times, confirmed {said}"
            );
        }
    }

    static List<Change> Changes(List<(string By, JsonElement Diff)> trail, string column) =>
        [
            .. from line in trail
            where line.Diff.TryGetProperty(column, out _)
            let pair = line.Diff.GetProperty(column)
            select new Change(line.By, Text(pair[0]), Text(pair[1])),
        ];

    static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => value.ToString(),
        };

    // Both at the same moment.
    async Task<(JsonElement Stored, List<(string By, JsonElement Diff)> Trail)> ReadAsync(
        Guid person
    )
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            select to_jsonb(e)::text, a.actor, a.diff::text
            from employees e left join audit_log a on a.person_id = e.id and a.action = 'update'
            where e.id = '{person}' order by a.id
            """,
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        var (stored, trail) = (default(JsonElement), new List<(string, JsonElement)>());
        while (await rows.ReadAsync())
        {
            stored = Json(rows.GetString(0));
            if (!await rows.IsDBNullAsync(1))
                trail.Add((rows.GetString(1), Json(rows.GetString(2))));
        }
        return (stored, trail);
    }

    static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    sealed record Change(string By, string Old, string New);
}
