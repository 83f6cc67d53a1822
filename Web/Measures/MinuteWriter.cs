using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data.Measures;
using StaffDashboard.Web.Live;
using Node = StaffDashboard.Web.Live.Node;

namespace StaffDashboard.Web.Measures;

/// <summary>Writes down what was counted, once a minute and at the end. While the database is away it waits in memory.</summary>
sealed class MinuteWriter(
    Minutes minutes,
    NpgsqlDataSource database,
    Node node,
    TimeProvider clock,
    ILogger<MinuteWriter> log
) : Background
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    // Some hours of one node. After that the oldest goes: measuring must not be what fills the memory.
    internal const int Most = 50_000;

    const string Sql = """
        insert into measure_minutes (minute, name, label, node, count, sum, max, buckets)
        select minute, name, label, $8, count, sum, max, buckets::bigint[]
        from unnest($1, $2, $3, $4, $5, $6, $7) l(minute, name, label, count, sum, max, buckets)
        on conflict (minute, name, label, node) do update set
          count = measure_minutes.count + excluded.count,
          sum = measure_minutes.sum + excluded.sum,
          max = greatest(measure_minutes.max, excluded.max),
          buckets = case when measure_minutes.buckets is null then excluded.buckets else (
            select array_agg(coalesce(a, 0) + coalesce(b, 0) order by i)
            from unnest(measure_minutes.buckets, excluded.buckets) with ordinality u(a, b, i)) end
        """;

    // Never disposed: a write that outlives the patience of the stop still ends its turn.
    readonly SemaphoreSlim turn = new(1, 1);
    List<MinuteLine> backlog = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
            await TryAsync(all: false, stoppingToken);
    }

    // The browsers have been answered by now: nothing comes after this.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LastPatience);
        await TryAsync(all: true, limit.Token);
    }

    /// <summary>Also what the minute that has just begun has brought, for a test that does not want to wait for its end.</summary>
    internal async Task WriteAsync(bool all, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            backlog = Together(backlog.Concat(minutes.Take(all)));
            if (backlog.Count == 0)
                return;
            await SendAsync(backlog, stop);
            backlog = [];
        }
        finally
        {
            turn.Release();
        }
    }

    async Task TryAsync(bool all, CancellationToken stop)
    {
        try
        {
            await WriteAsync(all, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        // Whatever it was: an exception that left here would end the whole program.
        catch (Exception failed)
        {
            log.LogWarning(
                failed,
                "{Count} figures could not be written; trying again in a minute",
                backlog.Count
            );
        }
    }

    // One statement cannot add to the same line twice: a minute that came in two parts is one.
    static List<MinuteLine> Together(IEnumerable<MinuteLine> lines) =>
        [
            .. lines
                .GroupBy(line => (line.Minute, line.Name, line.Label))
                .Select(same => same.Aggregate(Plus))
                .OrderBy(line => line.Minute)
                .TakeLast(Most),
        ];

    static MinuteLine Plus(MinuteLine one, MinuteLine other)
    {
        var sum = new Reading(one.Count, one.Sum, one.Max, one.Buckets).Plus(
            new(other.Count, other.Sum, other.Max, other.Buckets)
        );
        return one with { Count = sum.Count, Sum = sum.Sum, Max = sum.Max, Buckets = sum.Buckets };
    }

    async Task SendAsync(List<MinuteLine> lines, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Sql);
        Add(lines.Select(line => line.Minute).ToArray());
        Add(lines.Select(line => line.Name).ToArray());
        Add(lines.Select(line => line.Label).ToArray());
        Add(lines.Select(line => line.Count).ToArray());
        Add(lines.Select(line => line.Sum).ToArray());
        Add(lines.Select(line => line.Max).ToArray());
        // Arrays of arrays are flattened by unnest: each travels as its text.
        command.Parameters.Add(
            new()
            {
                Value = lines
                    .Select(line =>
                        line.Buckets is null ? null : $"{{{string.Join(',', line.Buckets)}}}"
                    )
                    .ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            }
        );
        Add(node.Id);
        await command.ExecuteNonQueryAsync(stop);

        void Add(object value) => command.Parameters.Add(new() { Value = value });
    }
}
