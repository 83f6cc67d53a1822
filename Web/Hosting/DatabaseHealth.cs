using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// Writes a page and takes it back. A server whose disk is full still answers questions, and so does one that has
/// become a standby; a node that can only read is not ready.
/// </summary>
sealed class DatabaseHealth(
    [FromKeyedServices(OfficeServices.Reserved)] NpgsqlDataSource database,
    TimeProvider clock
) : IHealthCheck, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // Anybody may ask, as often as they like: that must not become a way to keep the disk busy.
    static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    // The page is almost as large as one of the table's: there is no room in the last one, the file has to grow.
    const string Sql = "insert into readiness_probe (filler) values (repeat('-', 8000))";

    readonly SemaphoreSlim turn = new(1, 1);
    (long At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && clock.GetElapsedTime(known.At) < Holds)
                return known.Result;
            var result = await TryAsync(cancellationToken);
            last = (clock.GetTimestamp(), result);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<HealthCheckResult> TryAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await WriteAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        // The reason may name the server; strangers read this page.
        catch (PostgresException refused) when (!DatabaseFailure.IsOutcomeUnknown(refused))
        {
            return HealthCheckResult.Unhealthy("The database cannot be written.");
        }
        catch (Exception e) when (!stop.IsCancellationRequested && IsSilent(e))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    static bool IsSilent(Exception e) =>
        e is NpgsqlException or OperationCanceledException or TimeoutException;

    async Task WriteAsync(CancellationToken stop)
    {
        await using var connection = await database.OpenConnectionAsync(stop);
        // Not committed: it is rolled back when it is left.
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var insert = new NpgsqlCommand(Sql, connection, transaction);
        await insert.ExecuteNonQueryAsync(stop);
    }
}
