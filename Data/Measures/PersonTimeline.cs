using NpgsqlTypes;

namespace StaffDashboard.Data.Measures;

/// <summary>Single things that happened in one person's browsers, the latest first.</summary>
public sealed record PersonEvent(
    DateTimeOffset At,
    long Id,
    Guid Browser,
    string Kind,
    string Detail,
    double? Ms
)
{
    const string Sql = """
        select at, id, browser, kind, detail, ms from person_events
        where user_id = @person and at >= @from and at < @until
          and (@kind::text is null or kind = @kind)
          and (@at::timestamptz is null or (at, id) < (@at, @id))
        order by at desc, id desc limit @limit
        """;

    public static async Task<IReadOnlyList<PersonEvent>> OfAsync(
        Office office,
        Guid person,
        Stretch stretch,
        string? kind,
        (DateTimeOffset At, long Id)? below,
        int limit,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(Sql);
        command.Parameters.AddWithValue("person", person);
        command.Parameters.AddWithValue("from", stretch.From);
        command.Parameters.AddWithValue("until", stretch.Until);
        command.Parameters.AddText("kind", kind);
        command.Parameters.Add(
            new("at", NpgsqlDbType.TimestampTz) { Value = (object?)below?.At ?? DBNull.Value }
        );
        command.Parameters.AddWithValue("id", below?.Id ?? 0L);
        command.Parameters.AddWithValue("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var events = new List<PersonEvent>();
        while (await reader.ReadAsync(stop))
            events.Add(
                new(
                    reader.GetFieldValue<DateTimeOffset>(0),
                    reader.GetInt64(1),
                    reader.GetGuid(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.NumberOrNull(5)
                )
            );
        return events;
    }
}
