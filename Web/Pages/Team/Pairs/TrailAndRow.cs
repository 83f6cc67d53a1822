using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Consistency;

namespace StaffDashboard.Web.Pages.Team.Pairs;

/// <summary>What the trail says a value became last, and what it is. Read in one statement: in one moment.</summary>
sealed class TrailAndRow(Office office) : IPair
{
    const int Most = 10;
    const int About = 200;

    static readonly string[] Columns =
    [
        .. EmployeeFields.All.Select(field => field.Column),
        "archived_at",
    ];

    public string Name => "team-history";

    /// <summary>Some of those who changed last, and some of all.</summary>
    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var share = await office
            .Database.SqlQuery<double>(
                $"""
                select 100 * least(1, {About} / greatest(reltuples, 1)::float8) as "Value"
                from pg_class where oid = 'employees'::regclass
                """
            )
            .SingleAsync(stop);
        var ids = await office
            .Database.SqlQuery<Guid>(
                $"""
                select id as "Value" from (
                  (select person_id id from audit_log where table_name = 'employees' and person_id is not null
                   order by at desc limit {Most})
                  union
                  (select id from employees tablesample system ({share}) order by random() limit {Most})
                ) picked
                """
            )
            .ToListAsync(stop);
        return [.. ids.Select(id => id.ToString())];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var id = Guid.Parse(subject, CultureInfo.InvariantCulture);
        var differ = await office
            .Database.SqlQuery<Differing>(
                $"""
                with told as (
                  select distinct on (d.key) d.key, d.value as pair
                  from audit_log a cross join lateral jsonb_each(a.diff) d
                  where a.person_id = {id} and a.table_name = 'employees' and a.action in ('insert', 'update')
                    and jsonb_typeof(d.value) = 'array' and d.key = any ({Columns})
                  order by d.key, a.at desc, a.id desc
                )
                select told.key as column, (told.pair -> 1)::text as told, (e.row -> told.key)::text as stands
                from told, (select to_jsonb(p) as row from employees p where id = {id} and erased_at is null) e
                where case when told.key = 'archived_at'
                  then (told.pair ->> 1)::timestamptz is distinct from (e.row ->> told.key)::timestamptz
                  else told.pair -> 1 is distinct from e.row -> told.key end
                order by told.key limit 1
                """
            )
            .ToListAsync(stop);
        return differ is [var one]
            ? new(
                ($"history, {one.Column}", Print(one.Told, id)),
                ($"now, {one.Column}", Print(one.Stands, id)),
                $"person:{id}"
            )
            : null;
    }

    // Only that they differ is told, and not what a phone or a rate is: such a line is not erased with the person.
    static string Print(string? json, Guid salt)
    {
        var text = json ?? "null";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}{text}"));
        return $"{text.Length} letters, print {Convert.ToHexStringLower(hash.AsSpan(0, 3))}";
    }

    sealed record Differing(string Column, string? Told, string? Stands);
}
