using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures;

/// <summary>
/// Writes down what took too long, with the plan that PostgreSQL has for it and without any value. Apart from the request,
/// and never more than a few at once: when the database is slow, everything is.
/// </summary>
sealed class SlowQueries(
    MeasureSettings settings,
    NpgsqlDataSource database,
    Node node,
    IHttpContextAccessor http,
    TimeProvider clock,
    ILogger<SlowQueries> log
) : Background
{
    const int MostWaiting = 100;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    const string Sql = """
        insert into slow_queries (at, node, operation, duration_ms, sql, plan, request_id)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    readonly Channel<Slow> waiting = Channel.CreateBounded<Slow>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    sealed record Slow(
        DateTimeOffset At,
        string Operation,
        TimeSpan Duration,
        string Text,
        string? Request
    );

    internal void Look(string operation, TimeSpan duration, string sql)
    {
        // Its own writing may be slow, too, and would go on for ever.
        if (
            duration < settings.Slow
            || sql == Sql
            || sql.StartsWith(PlanSql, StringComparison.Ordinal)
        )
            return;
        var request = http.HttpContext?.Request.Headers["X-Request-Id"].ToString();
        waiting.Writer.TryWrite(
            new(
                clock.GetUtcNow(),
                operation,
                duration,
                sql,
                Guid.TryParse(request, out var id) ? id.ToString() : null
            )
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var slow in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(slow, await PlanAsync(slow.Text, stoppingToken), stoppingToken);
            }
            // Whatever it was: an exception that left here would end the whole program.
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(
                    failed,
                    "A slow query of {Operation} was not written down",
                    slow.Operation
                );
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    const string PlanSql = "select plan_of($1)";

    async Task<string?> PlanAsync(string sql, CancellationToken stop)
    {
        await using var command = database.CreateCommand(PlanSql);
        command.Parameters.Add(new() { Value = Redacted.Numbered(sql).TrimEnd().TrimEnd(';') });
        return await command.ExecuteScalarAsync(stop) is string plan ? Redacted.Plan(plan) : null;
    }

    async Task WriteAsync(Slow slow, string? plan, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = slow.At });
        command.Parameters.Add(new() { Value = node.Id });
        command.Parameters.Add(new() { Value = slow.Operation });
        command.Parameters.Add(new() { Value = slow.Duration.TotalMilliseconds });
        command.Parameters.Add(new() { Value = Redacted.Of(slow.Text) });
        Add(plan);
        Add(slow.Request);
        await command.ExecuteNonQueryAsync(stop);

        void Add(string? text) =>
            command.Parameters.Add(
                new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
            );
    }
}
