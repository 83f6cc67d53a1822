using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Live;

/// <summary>
/// Ten thousand people, each changed once and each watched by one socket: half through the form, half by SQL on other
/// connections, of which some commit late. Whoever has not been told in the end is a loss.
/// </summary>
sealed class Loss
{
    const int TopicsASocket = 200;
    const int WritersOfAKind = 4;

    sealed record Person(Guid Id, string Name, string Phone, string Email);

    readonly Dictionary<string, int> indexes;
    readonly long[] written;
    readonly int[] told;
    readonly Samples delays = new();
    int toTell;
    int collective;

    Loss(List<Person> people)
    {
        indexes = people.Select((person, at) => ($"person:{person.Id}", at)).ToDictionary();
        written = new long[people.Count];
        told = new int[people.Count];
        toTell = people.Count;
    }

    internal static async Task MeasureAsync(Ground ground, Uri site, SignedIn admin, int changes)
    {
        await Team.GrowAsync(ground, changes * 21 / 20 + 100);
        var people = await PeopleAsync(ground, changes);
        var loss = new Loss(people);
        var form = await ContactForm.OpenAsync(admin, people[0].Id);
        await using var audience = await Audience.GatherAsync(
            site,
            admin.Cookie,
            [.. loss.indexes.Keys.Chunk(TopicsASocket)],
            loss.Hear
        );
        var began = Stopwatch.GetTimestamp();
        var halves = people.Index().Chunk(people.Count / 2).ToArray();
        await Task.WhenAll(
            Shares(halves[0])
                .Select(share => loss.ByFormAsync(form, share))
                .Concat(Shares(halves[1]).Select(share => loss.BySqlAsync(ground.App, share)))
        );
        var took = Stopwatch.GetElapsedTime(began);
        await loss.SettleAsync();
        Report.Table(
            [
                "changes",
                "connections",
                "changes a second",
                "told",
                "lost",
                "told again",
                "told p50 after the commit's answer",
                "p95",
                "p99",
            ],
            [
                [
                    Report.Whole(changes),
                    Report.Whole(2 * WritersOfAKind),
                    Report.Whole(changes / took.TotalSeconds),
                    Report.Whole(loss.told.Count(times => times > 0)),
                    Report.Whole(loss.told.Count(times => times == 0)),
                    Report.Whole(loss.told.Sum(times => Math.Max(0, times - 1)) + loss.collective),
                    .. loss.delays.Cells,
                ],
            ]
        );
    }

    void Hear(int who, long when, ReadOnlySpan<byte> message)
    {
        using var json = JsonDocument.Parse(message.ToArray());
        foreach (
            var topic in json
                .RootElement.GetProperty("arguments")[0]
                .GetProperty("topics")
                .EnumerateArray()
        )
        {
            if (indexes.TryGetValue(topic.GetString()!, out var at))
                Tell(at, when);
            else
                Interlocked.Increment(ref collective);
        }
    }

    void Tell(int at, long when)
    {
        if (Interlocked.Increment(ref told[at]) > 1)
            return;
        // Told before the writer had its own answer is told at once.
        var answered = Volatile.Read(ref written[at]);
        delays.Add(
            answered == 0 || answered > when
                ? TimeSpan.Zero
                : Stopwatch.GetElapsedTime(answered, when)
        );
        Interlocked.Decrement(ref toTell);
    }

    async Task ByFormAsync(ContactForm form, (int At, Person Person)[] share)
    {
        foreach (var (at, person) in share)
        {
            await form.About(person.Id, person.Name, person.Phone, person.Email)
                .SaveAsync(person.Name + " X", Guid.CreateVersion7().ToString());
            Volatile.Write(ref written[at], Stopwatch.GetTimestamp());
        }
    }

    async Task BySqlAsync(string database, (int At, Person Person)[] share)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        foreach (var (at, person) in share)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var update = new NpgsqlCommand(
                "update employees set name = name || ' X' where id = $1",
                connection
            );
            update.Parameters.Add(new() { Value = person.Id });
            await update.ExecuteNonQueryAsync();
            // Its number in the log is taken; those who commit meanwhile overtake it.
            if (at % 10 == 0)
                await Task.Delay(30);
            await transaction.CommitAsync();
            Volatile.Write(ref written[at], Stopwatch.GetTimestamp());
        }
    }

    async Task SettleAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (
            Volatile.Read(ref toTell) > 0
            && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(10)
        )
            await Task.Delay(50);
    }

    static IEnumerable<(int, Person)[]> Shares((int, Person)[] half) =>
        half.Chunk((half.Length + WritersOfAKind - 1) / WritersOfAKind);

    static async Task<List<Person>> PeopleAsync(Ground ground, int count)
    {
        await using var connection = new NpgsqlConnection(ground.Superuser);
        await connection.OpenAsync();
        var sql =
            "select id, name, phone, email from employees where archived_at is null and name not like 'Aaron%' limit "
            + count.ToString(CultureInfo.InvariantCulture);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var people = new List<Person>();
        while (await reader.ReadAsync())
            people.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3)
                )
            );
        return people;
    }
}
