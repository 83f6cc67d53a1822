using System.Globalization;
using Npgsql;
using StaffDashboard.Data.Measures;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Measures;

public sealed class ReadingsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    NpgsqlDataSource source = null!;
    DateTimeOffset hour;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        source = NpgsqlDataSource.Create(database.AppConnectionString);
        hour = new(await database.AskAsync<DateTime>("select date_trunc('hour', now(), 'UTC')"));
        // As if the office were ten days old.
        await database.RunAsync("update measure_rolled set until = until - interval '10 days'");
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
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
                var label = chance.Next(2) == 0 ? null : "b";
                await SameAsync(label, from, to);
            }
        }

        await database.RunAsync("select roll_up_measures()");
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from measure_late"));
        Assert.Equal(
            await database.AskAsync<decimal>(
                "select sum(count) from measure_minutes where minute < (select until from measure_rolled)"
            ),
            await database.AskAsync<decimal>("select sum(count) from measure_hours")
        );
    }

    [Fact]
    public async Task A_series_has_every_step_and_adds_up_to_the_sum()
    {
        await MeasureAsync(new Random(3), 300);
        await database.RunAsync("select roll_up_measures()");
        var readings = new Readings(source);
        var (from, to) = (hour.AddDays(-5).AddMinutes(20), hour);
        foreach (var step in (TimeSpan[])[TimeSpan.FromMinutes(17), TimeSpan.FromHours(6)])
        {
            var series = await readings.SeriesAsync(
                "tried",
                from,
                to,
                step,
                stop: TestContext.Current.CancellationToken
            );
            var sum = await readings.SumAsync(
                "tried",
                null,
                from,
                to,
                TestContext.Current.CancellationToken
            );

            Assert.Equal((int)Math.Ceiling((to - from) / step), series.Count);
            Assert.Equal(sum.Count, series.Sum(one => one.Reading.Count));
            Assert.Equal(sum.Max, series.Max(one => one.Reading.Max));
            Assert.Equal(from, series[0].At);
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

        var labels = await new Readings(source).ByLabelAsync(
            "tried",
            hour,
            hour.AddHours(1),
            stop: TestContext.Current.CancellationToken
        );

        Assert.Equal(new Reading(3, 90, 60, null), labels["a"]);
        Assert.Equal((1, 5d), (labels["b"].Count, labels["b"].Mean));
    }

    [Fact]
    public void A_percentile_is_never_above_the_largest() =>
        Assert.Equal(1000, Of(1000).Percentile(0.99));

    static Reading Of(double milliseconds)
    {
        var buckets = new int[Distribution.Buckets];
        buckets[Distribution.BucketOf(milliseconds)] = 1;
        return new(1, milliseconds, milliseconds, buckets);
    }

    async Task SameAsync(string? label, DateTimeOffset from, DateTimeOffset to)
    {
        var read = await new Readings(source).SumAsync(
            "tried",
            label,
            from,
            to,
            TestContext.Current.CancellationToken
        );
        var where = string.Create(
            CultureInfo.InvariantCulture,
            $"where name = 'tried' and minute >= '{from:O}' and minute < '{to:O}'{(label is null ? "" : $" and label = '{label}'")}"
        );
        Assert.Equal(
            await database.AskAsync<decimal>(
                $"select coalesce(sum(count), 0) from measure_minutes {where}"
            ),
            read.Count
        );
        Assert.Equal(
            await database.AskAsync<long>(
                $"select coalesce(sum(b), 0) from measure_minutes, unnest(buckets) b {where}"
            ),
            read.Buckets?.Sum(count => (long)count) ?? 0
        );
        Assert.Equal(read.Count, read.Buckets?.Sum() ?? 0);
    }

    async Task MeasureAsync(Random chance, int lines)
    {
        for (var i = 0; i < lines; i++)
        {
            var ms = chance.Next(1, 90_000);
            var buckets = new int[Distribution.Buckets];
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
