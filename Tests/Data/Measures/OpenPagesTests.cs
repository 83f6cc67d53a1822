using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Measures;

public class OpenPagesTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_person_is_where_their_best_page_is_and_nowhere_after_half_an_hour()
    {
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            insert into browsers (id, user_id, node, state, transport, queue_length, queue_oldest, opened_at, seen_at)
            select gen_random_uuid(), users.id, node, page.state, 'WebSockets', queue, now() - interval '1 minute',
              now() - interval '2 hours', now() - ago
            from users join (values
              ('Admin', 'one', 'offline', 2, interval '1 second'),
              ('Admin', 'one', 'live', 1, interval '1 second'),
              ('Manager', 'two', 'live', 0, interval '149 seconds'),
              ('Manager', 'two', 'closed', 0, interval '1 second'),
              ('Staff', 'two', 'live', 9, interval '31 minutes')
            ) page (role, node, state, queue, ago) on page.role = users.role
            """
        );

        var everywhere = await ReadAsync(database, null);
        var one = await ReadAsync(database, "one");

        Assert.Equal((2, 2, 3), (everywhere.People, everywhere.In("live"), everywhere.Waiting));
        Assert.Equal((1, 1), (one.People, one.In("live")));
        await database.RunAsync("update browsers set seen_at = seen_at - interval '2 seconds'");
        var later = await ReadAsync(database, null);
        Assert.Equal((1, 1), (later.In("live"), later.In("silent")));
    }

    [Fact]
    public async Task A_queue_longer_than_an_integer_holds_is_shown_as_its_maximum()
    {
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            insert into browsers (id, user_id, node, state, transport, queue_length, opened_at, seen_at)
            select gen_random_uuid(), id, 'one', 'live', 'WebSockets', 2147483647, now(), now()
            from users, generate_series(1, 2)
            """
        );

        Assert.Equal(int.MaxValue, (await ReadAsync(database, null)).Waiting);
        await using var office = new Office(Schema.Options(database.SuperuserConnectionString));
        var now = new DateTimeOffset(await database.AskAsync<DateTime>("select now()"));
        Assert.All(
            await office.PeopleAsync(
                new(now.AddHours(-1), now),
                now,
                null,
                null,
                TestContext.Current.CancellationToken
            ),
            person => Assert.Equal(int.MaxValue, person.Waiting)
        );
    }

    static async Task<OpenPages> ReadAsync(TestDatabase database, string? node)
    {
        await using var office = new Office(Schema.Options(database.SuperuserConnectionString));
        var now = new DateTimeOffset(await database.AskAsync<DateTime>("select now()"));
        return await OpenPages.ReadAsync(office, now, node, TestContext.Current.CancellationToken);
    }
}
