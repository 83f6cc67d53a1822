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

        foreach (var table in (string[])["browsers", "person_minutes", "person_events"])
        {
            Assert.Equal(1, await SeenByAsync(UserRole.Staff, table));
            Assert.Equal(2, await SeenByAsync(UserRole.Manager, table));
        }
    }

    [Fact]
    public async Task Who_is_no_longer_a_user_leaves_no_figures()
    {
        using var sam = await App.SignInAsync();
        await TakenAsync(sam, Full());
        string[] tables =
        [
            "browsers",
            "person_minutes",
            "person_hours",
            "person_days",
            "person_events",
        ];
        foreach (var table in tables)
            Assert.Equal(1, await CountAsync(table));

        await Database.RunAsync(
            $"delete from users where id = '{await IdOfAsync(UserRole.Staff)}'"
        );

        foreach (var table in tables)
            Assert.Equal(0, await CountAsync(table));
    }

    async Task<long> SeenByAsync(UserRole role, string table)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.AppConnectionString);
        await connection.OpenAsync(Stop);
        await using var who = new Npgsql.NpgsqlCommand(
            $"select set_config('app.user_id', '{await IdOfAsync(role)}', false), set_config('app.user_role', '{role}', false)",
            connection
        );
        await who.ExecuteNonQueryAsync(Stop);
        await using var count = new Npgsql.NpgsqlCommand(
            $"select count(*) from {table}",
            connection
        );
        return (long)(await count.ExecuteScalarAsync(Stop))!;
    }
}
