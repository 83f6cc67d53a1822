using System.Net;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>What one person's browsers told is theirs.</summary>
public sealed class PrivateReportsTests(TestPostgres postgres) : ReportsOffice(postgres)
{
    [Theory]
    [InlineData(UserRole.Staff)]
    [InlineData(UserRole.Admin)]
    public async Task Nobody_takes_over_somebody_elses_browser(UserRole other)
    {
        using var mia = await App.SignInAsync(UserRole.Manager);
        using var somebody = await App.SignInAsync(other);
        await TakenAsync(mia, BrowserReport.Of(Browser));
        var before = await Database.AskAsync<string>("select browsers::text from browsers");

        using var refused = await somebody.SendAsync(
            BrowserReport
                .Of(Browser)
                .Minute(0, BrowserReport.Count(Figure.Retry, "", 2))
                .Event("refresh", "")
        );
        await WriteAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(
            before,
            await Database.AskAsync<string>("select browsers::text from browsers")
        );
        Assert.Equal(0, await CountAsync("person_minutes") + await CountAsync("person_events"));
        Assert.Equal(0, await CountAsync("measure_minutes where name like 'sync.%'"));
    }

    [Fact]
    public async Task Somebody_elses_figures_are_not_to_be_seen_and_a_managers_are_all()
    {
        using var sam = await App.SignInAsync();
        using var mia = await App.SignInAsync(UserRole.Manager);
        await TakenAsync(sam, Full());
        await TakenAsync(mia, Full(Guid.CreateVersion7()));

        foreach (var table in OfPeople)
        {
            Assert.Equal(1, await SeenByAsync(UserRole.Staff, table));
            Assert.Equal(2, await SeenByAsync(UserRole.Manager, table));
        }
        // To see them is not to write them.
        var sams = await IdOfAsync(UserRole.Staff);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            AskAsync(
                UserRole.Manager,
                $"insert into person_minutes (minute, user_id) values (now(), '{sams}') returning 1::bigint"
            )
        );
    }

    static readonly string[] OfPeople =
    [
        "browsers",
        "person_minutes",
        "person_hours",
        "person_days",
        "person_events",
    ];

    [Fact]
    public async Task Who_is_no_longer_a_user_leaves_no_figures()
    {
        using var sam = await App.SignInAsync();
        await TakenAsync(sam, Full());
        foreach (var table in OfPeople)
            Assert.Equal(1, await CountAsync(table));

        await Database.RunAsync(
            $"delete from users where id = '{await IdOfAsync(UserRole.Staff)}'"
        );

        foreach (var table in OfPeople)
            Assert.Equal(0, await CountAsync(table));
    }

    Task<long> SeenByAsync(UserRole role, string table) =>
        AskAsync(role, $"select count(*) from {table}");

    async Task<long> AskAsync(UserRole role, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        await using var who = new Npgsql.NpgsqlCommand(
            $"select set_config('app.user_id', '{await IdOfAsync(role)}', false), set_config('app.user_role', '{role}', false)",
            connection
        );
        await who.ExecuteNonQueryAsync(Stop);
        await using var asked = new Npgsql.NpgsqlCommand(sql, connection);
        return (long)(await asked.ExecuteScalarAsync(Stop))!;
    }
}
