namespace StaffDashboard.Data.Measures;

/// <summary>
/// The lines of a stretch: whole hours as they are summed up, its edges by the minute. One branch for each, for a
/// condition joined by "or" would read every minute in between.
/// </summary>
static class HoursAndMinutes
{
    /// <summary>Of the office, or of one node. What came late to an hour is read by the minute.</summary>
    /// <param name="hours">"measure_hours" or "measure_node_hours".</param>
    internal static string OfMeasures(string hours, string columns, string condition) =>
        $"""
            select hour as at, {columns} from {hours}
            where {condition} and hour >= @hours_from and hour < @hours_until
              and hour not in (select hour from measure_late)
            union all
            {Edges("measure_minutes", columns, condition)}
            union all
            select minute, {columns} from measure_late late
              join measure_minutes on minute >= late.hour and minute < late.hour + interval '1 hour'
            where {condition} and late.hour >= @hours_from and late.hour < @hours_until
            """;

    /// <summary>Of people. Their hours are summed up as they are told: none is late.</summary>
    internal static string OfPeople(string columns, string condition) =>
        $"""
            select hour as at, {columns} from person_hours
            where {condition} and hour >= @hours_from and hour < @hours_until
            union all
            {Edges("person_minutes", columns, condition)}
            """;

    /// <summary>The same with whole days as one line each.</summary>
    internal static string OfPeopleWithDays(string columns, string condition) =>
        $"""
            select day as at, {columns} from person_days
            where {condition} and day >= @days_from and day < @days_until
            union all
            select hour, {columns} from person_hours
            where {condition} and hour >= @hours_from and hour < @days_from
            union all
            select hour, {columns} from person_hours
            where {condition} and hour >= @days_until and hour < @hours_until
            union all
            {Edges("person_minutes", columns, condition)}
            """;

    static string Edges(string minutes, string columns, string condition) =>
        $"""
            select minute as at, {columns} from {minutes}
            where {condition} and minute >= @from and minute < @hours_from
            union all
            select minute, {columns} from {minutes}
            where {condition} and minute >= @hours_until and minute < @until
            """;
}
