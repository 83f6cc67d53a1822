using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records.Pairs;

/// <summary>What the trail says a value became last, and what it is. Read in one statement: in one moment.</summary>
sealed class TrailAndRow(RecordPages pages, Office office) : IPair
{
    const int Most = 10;
    const int About = 200;

    RecordType Type => pages.Type;

    public string Name => $"{pages.Room}-history";

    /// <summary>Some of those who changed last, and some of all.</summary>
    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var share = await office
            .Database.SqlQuery<double>(
                $"""
                select 100 * least(1, {About} / greatest(reltuples, 1)::float8) as "Value"
                from pg_class where oid = {Type.Table}::regclass
                """
            )
            .SingleAsync(stop);
        var ids = await office
            .Database.SqlQueryRaw<Guid>(Sample(Type), Type.Table, Most, share)
            .ToListAsync(stop);
        return [.. ids.Select(id => id.ToString())];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var id = Guid.Parse(subject, CultureInfo.InvariantCulture);
        string[] columns = [.. Type.Fields.Select(field => field.Column), IRecord.ArchivedAtColumn];
        var differ = await office
            .Database.SqlQueryRaw<Differing>(Compare(Type), Type.Table, id, columns)
            .ToListAsync(stop);
        return differ is [var one]
            ? new(
                ($"history, {one.Column}", Print(one.Told, id)),
                ($"now, {one.Column}", Print(one.Stands, id)),
                Type.Topic(id)
            )
            : null;
    }

    // The name of a table cannot be a parameter; it is ours.
    static string Sample(RecordType type) =>
        $$"""
            select id as "Value" from (
              (select row_id::uuid id from audit_log where table_name = {0} order by at desc limit {1})
              union
              (select id from {{type.Table}} tablesample system ({2}) order by random() limit {1})
            ) picked
            """;

    static string Compare(RecordType type) =>
        $$"""
            with told as (
              select distinct on (d.key) d.key, d.value as pair
              from audit_log a cross join lateral jsonb_each(a.diff) d
              where a.table_name = {0} and a.row_id = {1}::text and a.action in ('insert', 'update')
                and jsonb_typeof(d.value) = 'array' and d.key = any ({2})
              order by d.key, a.at desc, a.id desc
            )
            select told.key as column, (told.pair -> 1)::text as told, (e.row -> told.key)::text as stands
            from told, (select to_jsonb(p) as row from {{type.Table}} p where id = {1} and erased_at is null) e
            where case when told.key = 'archived_at'
              then (told.pair ->> 1)::timestamptz is distinct from (e.row ->> told.key)::timestamptz
              else told.pair -> 1 is distinct from e.row -> told.key end
            order by told.key limit 1
            """;

    // Only that they differ is told, and not what a phone or a rate is: such a line is not erased with the record.
    static string Print(string? json, Guid salt)
    {
        var text = json ?? "null";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}{text}"));
        return $"{text.Length} letters, print {Convert.ToHexStringLower(hash.AsSpan(0, 3))}";
    }

    sealed record Differing(string Column, string? Told, string? Stands);
}
