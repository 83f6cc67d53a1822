using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>
/// Wrong passwords: more than the limit, and several times as many as at this hour of the last seven days. A Monday
/// morning has many every week.
/// </summary>
public sealed record RefusedSignIns()
    : AlarmKind(
        "sign-ins",
        "Many sign-ins are refused",
        "Over {0} within {1}, and several times as many as usual at this hour",
        "refused sign-ins"
    )
{
    public override async Task<IReadOnlyList<Measured>> MeasureAsync(
        Look look,
        CancellationToken stop
    ) =>
        Measured.Only(
            await look.OneAsync(
                $"""
                with refused as (
                  select coalesce(sum(count), 0)::float8 now from measure_minutes
                  where name = {Figure.RefusedSignIn} and minute >= {look.From} and minute <= {look.Now}
                ), usual as (
                  select coalesce(sum(count), 0) * {look.WindowMinutes} / (7 * 120.0) now from measure_minutes
                  join generate_series(1, 7) day
                    on minute >= {look.Now} - day * interval '1 day' - interval '1 hour'
                    and minute < {look.Now} - day * interval '1 day' + interval '1 hour'
                  where name = {Figure.RefusedSignIn}
                )
                select (case
                  when not exists (select from measure_minutes where minute >= {look.From} and minute <= {look.Now}
                    -- What the looks themselves note down says nothing about whether anybody measures.
                    and name not like 'alarm.%') then null
                  when refused.now > {Times} * usual.now then refused.now
                  else least(refused.now, {look.Threshold} * 0.9) end)::float8 as "Value"
                from refused, usual
                """,
                stop
            )
        );

    const double Times = 3;
}
