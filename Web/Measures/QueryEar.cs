using System.Diagnostics;
using Npgsql;

namespace StaffDashboard.Web.Measures;

/// <summary>
/// Hears of every query, those of Entity Framework and those written by hand, when it has been read. The queries of a
/// request are counted to it.
/// </summary>
sealed class QueryEar(
    MeasureMeter meter,
    SlowQueries slow,
    IHttpContextAccessor http,
    NpgsqlDataSource database
) : IHostedService, IDisposable
{
    ActivityListener? listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(listener);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => listener?.Dispose();

    void Hear(Activity query)
    {
        // Opening a connection is told here, too.
        if (query.GetTagItem("db.query.text") is not string sql || !IsOurs(query, out var asking))
            return;
        asking?.Asked(query.Duration);
        var operation = asking?.Name ?? Operation.Background;
        meter.Asked(operation, query.Duration);
        slow.Look(operation, query.Duration, sql);
    }

    // Several programs may run in one process, and all of them hear everything.
    bool IsOurs(Activity query, out Operation? asking)
    {
        asking = http.HttpContext?.Features.Get<Operation>();
        return asking is not null
            ? asking.IsMeasuredBy(meter)
            : string.Equals(
                query.GetTagItem("db.npgsql.data_source") as string,
                database.ConnectionString,
                StringComparison.Ordinal
            );
    }
}
