using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Measures;

public sealed class TotalsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    Office office = null!;
    DateTimeOffset hour;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        office = new(Schema.Options(database.AppConnectionString)) { Viewer = Viewer.Program };
        hour = new(await database.AskAsync<DateTime>("select date_trunc('hour', now(), 'UTC')"));
        // As if the office were ten days old.
        await database.RunAsync("update measure_rolled set until = until - interval '10 days'");
    }

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Minutes_and_hours_say_the_same_also_when_some_come_late()
    {
        var chance = new Random(7);
        for (var round = 0; round < 6; round++)
        {
            await MeasureAsync(chance, 200);
            if (round % 2 == 0)
                await database.RunAsync("select roll_up_measures()");
            for (var i = 0; i < 8; i++)
            {
                var from = hour.AddMinutes(chance.Next(-9 * 24 * 60, 0));
                var to = from.AddMinutes(chance.Next(1, 4 * 24 * 60));
                await SameAsync(
                    chance.Next(2) == 0 ? null : "b",
                    chance.Next(2) == 0 ? null : "n1",
                    from,
                    to
                );
            }
        }

        await database.RunAsync("select roll_up_measures()");
        // Just after the full hour its mark stays: somebody may still be writing to it.
        Assert.Equal(
            0L,
            await database.AskAsync<long>(
                "select count(*) from measure_late where hour < (select until from measure_rolled)"
            )
        );
        Assert.Equal(
            await database.AskAsync<decimal>(
                "select sum(count) from measure_minutes where minute < (select until from measure_rolled)"
            ),
            await database.AskAsync<decimal>("select sum(count) from measure_hours")
        );
        Assert.Equal(
            await database.AskAsync<decimal>("select sum(count) from measure_hours"),
            await database.AskAsync<decimal>("select sum(count) from measure_node_hours")
        );
    }

    [Fact]
    public async Task A_series_has_every_step_and_adds_up_to_the_sum()
    {
        await MeasureAsync(new Random(3), 300);
        await database.RunAsync("select roll_up_measures()");
        var stretch = new Stretch(hour.AddDays(-5).AddMinutes(20), hour);
        foreach (var step in (TimeSpan[])[TimeSpan.FromMinutes(17), TimeSpan.FromHours(6)])
        {
            var totals = await office.TotalsAsync(["tried"], stretch, step, null, Stop);
            var series = totals.Steps(stretch, step);
            var sum = (await office.TotalsAsync(["tried"], stretch, Stop)).Of("tried");

            Assert.Equal((int)Math.Ceiling(stretch.Length / step), series.Count);
            Assert.Equal(sum.Count, series.Sum(one => one.Totals.Count("tried")));
            Assert.Equal(sum.Max, series.Max(one => one.Totals.Max("tried")));
            Assert.Equal(stretch.From, series[0].At);
            foreach (var (at, told) in series)
                Assert.Equal(
                    await CountAsync(
                        $"minute >= '{at:O}' and minute < '{at + step:O}' and minute < '{hour:O}'"
                    ),
                    told.Count("tried")
                );
        }
    }

    [Fact]
    public async Task Each_label_has_its_own()
    {
        await database.RunAsync(
            """
            insert into measure_minutes values (now(), 'tried', 'a', 'n1', 2, 30, 20, null), (now(), 'tried', 'a', 'n2', 1, 60, 60, null),
              (now(), 'tried', 'b', 'n1', 1, 5, 5, null)
            """
        );

        var told = await office.TotalsAsync(["tried"], new(hour, hour.AddHours(1)), Stop);

        Assert.Equal(new Reading(3, 90, 60, null), told.Of("tried", "a"));
        Assert.Equal((1, 5d), (told.Count("tried", "b"), told.Mean("tried", "b")));
        Assert.Equal(["a", "b"], told.ByLabel("tried").Select(each => each.Label));
    }

    [Fact]
    public void A_percentile_is_never_above_the_largest() =>
        Assert.Equal(1000, Of(1000).Percentile(0.99));

    static Reading Of(double milliseconds)
    {
        var buckets = new long[Distribution.Buckets];
        buckets[Distribution.BucketOf(milliseconds)] = 1;
        return new(1, milliseconds, milliseconds, buckets);
    }

    async Task SameAsync(string? label, string? node, DateTimeOffset from, DateTimeOffset to)
    {
        var stretch = new Stretch(from.ToOffset(TimeSpan.FromMinutes(330)), to);
        var totals = await office.TotalsAsync(["tried"], stretch, stretch.Length, node, Stop);
        var read = totals.Of("tried", label);
        var where = string.Create(
            CultureInfo.InvariantCulture,
            $"minute >= '{from:O}' and minute < '{to:O}'{(label is null ? "" : $" and label = '{label}'")}{(node is null ? "" : $" and node = '{node}'")}"
        );
        Assert.Equal(await CountAsync(where), read.Count);
        Assert.Equal(
            await database.AskAsync<long>(
                $"select coalesce(sum(b), 0)::bigint from measure_minutes, unnest(buckets) b where name = 'tried' and {where}"
            ),
            read.Buckets?.Sum() ?? 0
        );
        Assert.Equal(read.Count, read.Buckets?.Sum() ?? 0);
    }

    async Task<long> CountAsync(string where) =>
        (long)
            await database.AskAsync<decimal>(
                $"select coalesce(sum(count), 0) from measure_minutes where name = 'tried' and {where}"
            );

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task MeasureAsync(Random chance, int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            var ms = chance.Next(1, 90_000);
            var buckets = new long[Distribution.Buckets];
            buckets[Distribution.BucketOf(ms)] = 1;
            var minute = hour.AddMinutes(chance.Next(-9 * 24 * 60, 30));
            await database.RunAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""
                    insert into measure_minutes values ('{{minute:O}}', 'tried', '{{(char)(
                        'a' + chance.Next(3)
                    )}}',
                      'n{{chance.Next(2)}}', 1, {{ms}}, {{ms}}, '{{{string.Join(
                        ',',
                        buckets
                    )}}}')
                    on conflict do nothing
                    """
                )
            );
        }
    }
}
