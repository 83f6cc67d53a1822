using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>
/// Of the saves, those that failed for no fault of who made them: what was typed wrongly or taken by somebody quicker is
/// an answer, not an error. Of the pages, those that broke. A handful of tries is no rate.
/// </summary>
public sealed record ManyErrors()
    : AlarmKind("errors", "Much fails", "Over {0} of all saves or pages fail within {1}", "%")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            with counted as (
              select case when name in ({Figure.Request}, {Figure.RequestError}) then 'pages' else 'saves' end subject,
                name in ({Figure.Failed}, {Figure.RequestError}) failed, name = {Figure.Request} is_total, count
              from measure_minutes
              where name in ({Figure.Confirmed}, {Figure.Failed}, {Figure.Request}, {Figure.RequestError})
                and minute >= {look.From} and minute <= {look.Now}
                and not (name in ({Figure.Failed}, {Figure.RequestError}) and label = any ({SaveFailures.Answers}))
                -- Nobody is to ring it by asking for too much.
                and not (name = {Figure.RequestError} and label = 'too-many')
            ), summed as (
              select subject, coalesce(sum(count) filter (where failed), 0)::float8 failures,
                -- Every failed page was counted as a page already.
                coalesce(sum(count) filter (where is_total or subject = 'saves'), 0)::float8 tries
              from counted group by subject
            )
            select subject as "Subject", case when tries >= {Few} then failures * 100 / tries end as "Value"
            from summed
            """,
            stop
        );

    const int Few = 5;
}
