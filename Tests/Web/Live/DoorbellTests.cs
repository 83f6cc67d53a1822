using System.Diagnostics;
using Npgsql;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class DoorbellTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task Many_rings_make_few_notifications()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        await using var listener = await ListenAsync();
        var heard = 0;
        listener.Notification += (_, _) => heard++;
        var watch = Stopwatch.StartNew();

        for (var i = 0; i < 10_000; i++)
        {
            node.Get<Doorbell>().Ring();
        }
        Assert.True(await listener.WaitAsync(TimeSpan.FromSeconds(60)), "Nothing was announced.");
        while (await listener.WaitAsync(TimeSpan.FromMilliseconds(100)))
        {
            Assert.True(heard < 10_000);
        }

        Assert.InRange(heard, 1, 2 + watch.ElapsedMilliseconds / 5);
    }

    [Fact]
    public async Task A_bell_that_cannot_ring_disturbs_nobody()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=a");
        using var doorbell = new Doorbell(
            nowhere,
            new CatchUp(TimeProvider.System),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<Doorbell>.Instance
        );
        await doorbell.StartAsync(TestContext.Current.CancellationToken);

        doorbell.Ring();
        doorbell.Ring();

        await doorbell.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(doorbell.ExecuteTask!.IsFaulted);
    }

    async Task<NpgsqlConnection> ListenAsync()
    {
        var connection = await database.Owner.OpenConnectionAsync();
        await using var listen = new NpgsqlCommand("listen changes", connection);
        await listen.ExecuteNonQueryAsync();
        return connection;
    }
}
