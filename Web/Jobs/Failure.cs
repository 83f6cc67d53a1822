using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Web.Jobs;

/// <summary>Why a run failed, in words. The rest stands in the log of its node.</summary>
static class Failure
{
    internal static string InWords(Exception failed) =>
        failed switch
        {
            JobFailed => failed.Message,
            DbUpdateException { InnerException: { } inner } => InWords(inner),
            PostgresException refused =>
                $"The database refused it ({refused.SqlState}); the log has more",
            NpgsqlException => "The database did not answer",
            TimeoutException or OperationCanceledException => "It took too long",
            HttpRequestException or IOException => "Could not reach an external service",
            _ => $"It broke off ({failed.GetType().Name}); the log has more",
        };
}
