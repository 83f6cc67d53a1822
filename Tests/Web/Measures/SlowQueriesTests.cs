using Npgsql;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Measures;

namespace StaffDashboard.Tests.Web.Measures;

public class SlowQueriesTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_slow_query_is_written_down_with_its_plan_and_without_any_value()
    {
        await using var database = await postgres.CloneAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:Measures:SlowQueryMs", "300")
        );
        using var sam = await app.SignInAsync();
        // Somebody else may have been who waited so long: then the list has to once more.
        await Eventually.TrueAsync(async () =>
        {
            await WaitForLockAsync(database, sam);
            return await database.AskAsync<long>(
                    "select count(*) from slow_queries where operation = 'GET /team'"
                ) > 0;
        });
        var written = await database.AskAsync<string>(
            "select string_agg(sql || '|' || coalesce(plan, ''), ' ') from slow_queries"
        );
        Assert.Contains("(cost=", written, StringComparison.Ordinal);
        Assert.DoesNotContain("secretword", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("'", written, StringComparison.Ordinal);
        Assert.True(
            await database.AskAsync<bool>("select bool_and(duration_ms >= 300) from slow_queries")
        );
    }

    /// <summary>A list that has to wait.</summary>
    static async Task WaitForLockAsync(TestDatabase database, Visitor sam)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var busy = new NpgsqlConnection(database.OwnerConnectionString);
        await busy.OpenAsync(stop);
        await using var held = await busy.BeginTransactionAsync(stop);
        await using var lockAll = new NpgsqlCommand("lock table employees", busy, held);
        await lockAll.ExecuteNonQueryAsync(stop);
        // Another word each time: what is in memory asks nobody.
        var list = sam.GetAsync($"/team?q=secretword{Guid.CreateVersion7():N}");
        await Eventually.TrueAsync(async () =>
            await database.AskAsync<bool>(
                "select exists (select from pg_locks where not granted and waitstart < clock_timestamp() - interval '0.4 seconds')"
            )
        );
        await held.CommitAsync(stop);
        using (await list) { }
    }

    [Theory]
    [InlineData(
        "select * from people where name = 'O''Brien' and age > 42",
        "select * from people where name = ? and age > ?"
    )]
    [InlineData("select $1, @p0, t0.x1, 1.5 from t0", "select $1, @p0, t0.x1, ? from t0")]
    [InlineData("select $x$ secret $x$ -- said by Bea", "select ? ?")]
    [InlineData("select E'a' limit 10", "select ? limit ?")]
    public void Texts_and_numbers_are_taken_out(string sql, string left) =>
        Assert.Equal(left, Redacted.Of(sql));

    [Theory]
    [InlineData(
        "Scan on search('Amira')  (cost=0.00..1.01 rows=1)",
        "Scan on search(?)  (cost=0.00..1.01 rows=1)"
    )]
    [InlineData(
        "  Filter: ((name = 'Amira'::text) AND (rate > 25))",
        "  Filter: ((name = ?::text) AND (rate > ?))"
    )]
    public void Of_a_plan_the_costs_are_left(string plan, string left) =>
        Assert.Equal($"{left}\n{left}", Redacted.Plan($"{plan}\n{plan}"));

    [Fact]
    public void Names_of_parameters_become_numbers_but_not_within_texts() =>
        Assert.Equal(
            "select $1, $2, $1, '@no', a @> b",
            Redacted.Numbered("select @a, @b, @a, '@no', a @> b")
        );
}
