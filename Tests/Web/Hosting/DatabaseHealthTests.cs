using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class DatabaseHealthTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Theory]
    [InlineData("disk_full")]
    [InlineData("read_only_sql_transaction")]
    public async Task A_node_whose_database_takes_no_writes_is_not_ready_until_it_does(string why)
    {
        await IsAsync(HttpStatusCode.OK);
        await Database.RunAsync(
            $"""
            create function refuse() returns trigger language plpgsql as $$ begin raise '' using errcode = '{why}'; end $$;
            create trigger refuse before insert on readiness_probe for each row execute function refuse();
            """
        );
        await IsAsync(HttpStatusCode.ServiceUnavailable);

        await Database.RunAsync("drop trigger refuse on readiness_probe");

        await IsAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_written_needs_room_on_the_disk_and_is_taken_back()
    {
        await IsAsync(HttpStatusCode.OK);

        Assert.True(
            await Database.AskAsync<long>("select pg_relation_size('readiness_probe')") >= 8192
        );
        Assert.Equal(0, await CountAsync("readiness_probe"));
    }

    Task IsAsync(HttpStatusCode wanted) =>
        Eventually.EqualAsync(
            wanted,
            async () =>
            {
                using var stranger = App.Stranger();
                using var answer = await stranger.GetAsync("/health/ready");
                return answer.StatusCode;
            }
        );
}
