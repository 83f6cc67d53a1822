using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Consistency;

/// <summary>The table of what did not agree. One that is still open is not written down twice.</summary>
static class Inconsistencies
{
    /// <summary>What somebody's window is said to show is written down once in this time, on whichever node it is told.</summary>
    internal static readonly TimeSpan OfOnePerson = TimeSpan.FromHours(1);

    const int LookedAfterDays = 7;
    const int Most = 50;

    internal static Task WriteAsync(
        this Office office,
        Finding found,
        DateTimeOffset now,
        CancellationToken stop
    ) =>
        office.Database.ExecuteSqlAsync(
            $"""
            insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value, topic, user_id)
            select {Guid.CreateVersion7(now)}, {now}, {found.Pair}, {Short(
                found.Subject
            )}, {found.One.Name},
              {Short(found.One.Value)}, {found.Other.Name}, {Short(
                found.Other.Value
            )}, {found.Topic}::text, {found.UserId}::uuid
            where not exists (select from inconsistencies where healed_at is null and pair = {found.Pair}
              and subject = {Short(
                found.Subject
            )} and user_id is not distinct from {found.UserId}::uuid)
              and not exists (select from inconsistencies where pair = {found.Pair}
                and user_id = {found.UserId}::uuid and at > {now - OfOnePerson})
            """,
            stop
        );

    internal static Task HealAsync(
        this Office office,
        string pair,
        string subject,
        Guid? user,
        DateTimeOffset now,
        CancellationToken stop
    ) =>
        office.Database.ExecuteSqlAsync(
            $"""
            update inconsistencies set healed_at = {now} where healed_at is null and pair = {pair}
              and subject = {Short(subject)} and user_id is not distinct from {user}::uuid
            """,
            stop
        );

    internal static Task<List<string>> OpenAsync(
        this Office office,
        string pair,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var since = now.AddDays(-LookedAfterDays);
        return office
            .Database.SqlQuery<string>(
                $"""
                select distinct subject as "Value" from inconsistencies
                where healed_at is null and pair = {pair} and at > {since} limit {Most}
                """
            )
            .ToListAsync(stop);
    }

    static string Short(string text) => CleanText.Beginning(text, 200);
}
