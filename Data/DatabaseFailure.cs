using System.Data.Common;
using Npgsql;

namespace StaffDashboard.Data;

/// <summary>The database was away, busy or locked: the same may well succeed in a moment.</summary>
public static class DatabaseFailure
{
    public static bool IsUnavailable(Exception? error) =>
        error switch
        {
            null => false,
            // What was to be written met a server that has become a standby, or a statement that was called off.
            PostgresException
            {
                SqlState: PostgresErrorCodes.ReadOnlySqlTransaction
                    or PostgresErrorCodes.QueryCanceled
            } => true,
            DbException { IsTransient: true } or TimeoutException => true,
            // Whoever left is answered by nobody: of those who are there, only a time limit calls a statement off.
            OperationCanceledException => true,
            _ => IsUnavailable(error.InnerException),
        };

    /// <summary>Whether the server may have done it all the same: it did not say that it had not.</summary>
    public static bool IsOutcomeUnknown(Exception error) =>
        error is not PostgresException { SqlState: not (['5', '7', ..] or ['0', '8', ..]) };
}
