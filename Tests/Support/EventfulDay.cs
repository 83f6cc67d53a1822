using System.Globalization;

namespace StaffDashboard.Tests.Support;

/// <summary>A day on which something went wrong: an alarm, a report of a problem, a daily report, a recipient, a letter.</summary>
static class EventfulDay
{
    const string Sql = """
        insert into alarms (id, rule, subject, opened_at, value, threshold, tellings, was_silent)
        values (@id, 'latency', 'saving', now() - interval '20 minutes', 3.4, 2, 1, false);
        insert into measure_minutes
        select at, 'sync.confirmed', '', 'aaaa1111', 10, 34000, 4000, null from generate_series(
          date_trunc('minute', now()) - interval '30 minutes', date_trunc('minute', now()), interval '1 minute') at;
        insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)
        select @id, id, name, now(), 'The list jumped', '/team', '1.0', '{}', 'New', '' from users where role = 'Staff';
        insert into daily_reports
        values ('2026-01-05', now(), '3 saves failed', false, '{"Requests":10,"Confirmed":7,"FailedSaves":{"line":3}}',
          'A report', 'Saves  10', '<p>Saves</p>');
        insert into report_recipients (id, email, added_by, added_at) values (@id, 'owner@example.test', 'Ada', now());
        insert into letters (id, key, "to", subject, text, html, message_id, at, due_at, tries, failed_at, problem)
        values (@id, 'a', 'owner@example.test', 'A letter', 'Words', '', '', now(), now(), 8, now(), 'No such mailbox');
        insert into job_runs (id, job, started_at, ended_at, outcome, remark)
        values (@id, 'sessions', now(), now(), 'Failed', 'The database went away');
        insert into alarm_silences (id, "from", until, reason, by)
        values (@id, now(), now() + interval '1 hour', 'The server moves', 'Ada');
        insert into imports (id, table_name, owner_id, file_name, separator, state, columns, mapping, update_by_phone, add_roles,
          new_roles, new_role_ids, leave_rejected_out, total, progress, added, updated, unchanged, rejected, cancel_requested)
        select @id, 'employees', id, 'a-list-with-a-long-name-2026-november.csv', ';', 'Checked', '{Name,Phone,"E-mail",Notes}', '{Name,Phone,Email,Notes}',
          true, true, '{@long}', '{}', false, 3, 3, 1, 1, 0, 1, false from users where role = 'Manager';
        insert into imports (id, table_name, owner_id, file_name, separator, state, columns, mapping, update_by_phone, add_roles,
          new_roles, new_role_ids, leave_rejected_out, total, progress, added, updated, unchanged, rejected, cancel_requested)
        select @done, 'employees', id, '@long.csv', ';', 'Done', '{Name,Phone}', '{Name,Phone}',
          true, true, '{}', '{}', true, 12345, 12345, 12000, 300, 44, 1, false from users where role = 'Manager';
        insert into employees (id, name, phone, email, skills, employment, always_needed, opening_hours, notes)
        values (@id, 'Known Already', '+4930555777', 'known.already@example.org', '{}', 'FullTime', false, 0, '');
        insert into import_records (import_id, line, action, person_id, key, content) values
          (@id, 2, 'Add', gen_random_uuid(), '+4930555778', array['Newcomer Withalongname','+4930555778','newcomer.withalongname@example.org',null,null,null,null,null,null,null,'Knows the @long']),
          (@id, 3, 'Update', @id, '+4930555777', array['Known Already','+4930555777','known.new@example.org',null,null,null,null,null,null,null,null]);
        insert into import_rows (import_id, line, cells, problem) values
          (@done, 4, array['@long'], 'Enter a phone number with its country code, like +49 1512 3456701.'),
          (@id, 4, array['Somebody @long','12','averylongaddresswithoutanat.example.org','x'], 'Enter a phone number with its country code, like +49 1512 3456701.');
        """;

    /// <summary>As people paste it: no place to break it.</summary>
    static readonly string Long = new('W', 100);

    /// <returns>The address of each of its things.</returns>
    internal static async Task<IEnumerable<string>> AddAsync(TestDatabase database)
    {
        var id = Guid.CreateVersion7();
        var done = Guid.CreateVersion7();
        await database.RunAsync(
            Sql.Replace("@id", Quoted(id), StringComparison.Ordinal)
                .Replace("@done", Quoted(done), StringComparison.Ordinal)
                .Replace("@long", Long, StringComparison.Ordinal)
        );
        var user = await database.AskAsync<Guid>("select id from users where role = 'Staff'");
        return
        [
            $"/team/import/{id}",
            $"/team/import/{id}/rejected",
            $"/team/import/{done}",
            $"/admin/alerts/{id}",
            $"/admin/problems/{id}",
            "/admin/reports/2026-01-05",
            $"/admin/reports/recipients/{id}",
            $"/admin/outbox/{id}",
            $"/admin/sync-health/people/{user}",
            $"/admin/users/{user}",
        ];
    }

    static string Quoted(Guid id) => string.Create(CultureInfo.InvariantCulture, $"'{id}'");
}
