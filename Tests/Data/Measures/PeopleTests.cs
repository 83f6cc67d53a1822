using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Measures;

public class PeopleTests(TestPostgres postgres)
{
    [Fact]
    public async Task Days_hours_and_minutes_of_a_person_say_the_same_also_when_some_come_late()
    {
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        var now = new DateTimeOffset(await database.AskAsync<DateTime>("select now()"));
        var chance = new Random(11);
        for (var round = 0; round < 4; round++)
        {
            await database.RunAsync(
                $"""
                insert into person_minutes (minute, user_id, confirms)
                select date_trunc('minute', '{now.UtcDateTime:O}'::timestamptz) - interval '1 minute' * (i * 53 + {round
                    % 2}), id, 1 + i % 4
                from users, generate_series(0, 250) i
                on conflict (minute, user_id) do update set confirms = person_minutes.confirms + 3
                """
            );
            for (var i = 0; i < 6; i++)
            {
                var from = now.AddMinutes(chance.Next(-9 * 24 * 60, -60));
                await SameAsync(
                    database,
                    new(from, from.AddMinutes(chance.Next(1, 9 * 24 * 60))),
                    now
                );
            }
        }
        await SameAsync(database, new(now.AddDays(-8), now), now);
        Assert.True(0 < await database.AskAsync<long>("select count(*) from person_days"));
    }

    static async Task SameAsync(TestDatabase database, Stretch stretch, DateTimeOffset now)
    {
        await using var office = new Office(Schema.Options(database.SuperuserConnectionString));
        var people = await office.PeopleAsync(
            stretch,
            now,
            null,
            null,
            TestContext.Current.CancellationToken
        );
        var counted = await database.AskAsync<long>(
            $"""
            select coalesce(sum(confirms), 0)::bigint from person_minutes
            where minute >= '{stretch.From.UtcDateTime:O}' and minute < '{stretch.Until.UtcDateTime:O}'
            """
        );
        Assert.Equal(counted, people.Sum(person => person.Saves));
    }
}
