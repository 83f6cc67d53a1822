using Npgsql;

namespace StaffDashboard.Bench.Support;

/// <summary>People by the thousand, put in past the triggers: what is measured is not how they came.</summary>
static class Team
{
    internal static async Task GrowAsync(Ground ground, int to)
    {
        await using var connection = new NpgsqlConnection(ground.Superuser);
        await connection.OpenAsync();
        foreach (
            var sql in (string[])
                ["set session_replication_role = replica", Words, People(to), "vacuum analyze"]
        )
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    const string Words = """
        insert into work_roles (id, name, hue)
        select uuidv7(), name, at from unnest('{Bar,Cloakroom,Door,Floor,Kitchen,Lead,Runner,Stage}'::text[]) with ordinality r(name, at)
        where not exists (select from work_roles);
        insert into skills (name)
        select s from unnest('{Beer,Cash,Cocktails,Driving,English,First aid,French,Lights,Sound,Wine}'::text[]) s
        where not exists (select from skills)
        """;

    static string People(int to) =>
        $$"""
            with roles as (select array_agg(id order by name) ids from work_roles),
            words as (select
              '{Ada,Bea,Cem,Dana,Emil,Fatma,Greta,Hugo,Ines,Jonas,Karim,Lena,Mara,Nils,Olga,Paul,Rosa,Sami,Tilda,Uwe}'::text[] first,
              '{Adler,Brandt,Cetin,Dietz,Ebert,Falk,Graf,Haas,Ivanov,Jung,Keller,Lang,Maier,Nowak,Otto,Peters,Roth,Sauer,Tran,Ulrich}'::text[] last,
              '{Beer,Cash,Cocktails,Driving,English,First aid,French,Lights,Sound,Wine}'::text[] skill)
            insert into employees (id, name, phone, email, work_role_id, skills, employment, always_needed, hourly_rate, notes, opening_hours, last_worked_on, archived_at)
            select uuidv7(), first[1 + i % 20] || ' ' || last[1 + i / 20 % 20] || ' ' || to_char(i, 'FM0000000'), '+49151' || to_char(i, 'FM00000000'),
              'person' || i || '@example.test', ids[1 + i % 8], skill[1 + i % 7 : i % 7 + i % 4],
              (array['FullTime', 'PartTime', 'Freelance', 'Student', 'Temporary'])[1 + i % 5], i % 10 = 0, 14 + i % 20, '', i % 400,
              date '2026-11-01' - i % 200, case when i % 20 = 7 then now() end
            from roles, words, generate_series((select count(*) from employees)::int + 1, {{to}}) i
            """;
}
