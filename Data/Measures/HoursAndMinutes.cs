namespace StaffDashboard.Data.Measures;

/// <summary>
/// The lines of a stretch: whole hours as they are rolled up, its edges and what came late by the minute. One branch
/// for each, for a condition joined by "or" would read every minute in between.
/// </summary>
static class HoursAndMinutes
{
    /// <param name="kind">"measure" or "person".</param>
    internal static string Of(string kind, string columns, string condition) =>
        $"""
            select hour as at, {columns} from {kind}_hours
            where {condition} and hour >= @hours_from and hour < @hours_until
              and hour not in (select hour from measure_late)
            union all
            select minute, {columns} from {kind}_minutes
            where {condition} and minute >= @from and minute < @hours_from
            union all
            select minute, {columns} from {kind}_minutes
            where {condition} and minute >= @hours_until and minute < @until
            union all
            select minute, {columns} from measure_late late
              join {kind}_minutes on minute >= late.hour and minute < late.hour + interval '1 hour'
            where {condition} and late.hour >= @hours_from and late.hour < @hours_until
            """;

    /// <summary>Up to when hours are rolled up. What is asked by less than the hour is not to be had from them.</summary>
    internal static async Task<DateTimeOffset?> RolledUpAsync(
        this Office office,
        TimeSpan step,
        CancellationToken stop
    )
    {
        if (step < TimeSpan.FromHours(1))
            return null;
        await using var command = await office.CommandAsync(
            "select until from measure_rolled",
            stop
        );
        return await command.ExecuteScalarAsync(stop) is DateTime until
            ? new DateTimeOffset(until, TimeSpan.Zero)
            : null;
    }
}
