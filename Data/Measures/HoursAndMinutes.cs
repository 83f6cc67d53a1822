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
            {Minutes(kind, columns, condition)}
            """;

    /// <summary>The same for people, whose days that are over are summed up, too; of a day with an hour that came late the hours.</summary>
    internal static string WithDaysOf(string columns, string condition) =>
        $"""
            select day as at, {columns} from person_days
            where {condition} and day >= @days_from and day < @days_until
              and day not in (select date_trunc('day', hour, 'UTC') from measure_late)
            union all
            select hour, {columns} from person_hours
            where {condition} and hour >= @hours_from and hour < @days_from
              and hour not in (select hour from measure_late)
            union all
            select hour, {columns} from person_hours
            where {condition} and hour >= @days_until and hour < @hours_until
              and hour not in (select hour from measure_late)
            union all
            select hour, {columns} from (select distinct date_trunc('day', hour, 'UTC') as day from measure_late) late
              join person_hours on hour >= late.day and hour < late.day + interval '1 day'
            where {condition} and late.day >= @days_from and late.day < @days_until
              and hour not in (select hour from measure_late)
            union all
            {Minutes("person", columns, condition)}
            """;

    static string Minutes(string kind, string columns, string condition) =>
        $"""
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
