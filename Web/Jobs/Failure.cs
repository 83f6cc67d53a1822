using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Web.Jobs;

/// <summary>Why a run failed, in words. The rest stands in the log of its node.</summary>
static class Failure
{
    internal const string Stopped = "The program was shut down; another node takes it over";
    internal const string NodeGone = "Its node was gone before it ended; it was taken over";

    internal static string InWords(Exception failed) =>
        failed switch
        {
            WorkFailed => failed.Message,
            DbUpdateException { InnerException: { } inner } => InWords(inner),
            PostgresException refused =>
                $"The database refused it ({refused.SqlState}); the log has more",
            NpgsqlException => "The database did not answer",
            TimeoutException or OperationCanceledException => "It took too long",
            HttpRequestException or IOException => "The line to somebody else broke",
            _ => $"It broke off ({failed.GetType().Name}); the log has more",
        };
}
