using Npgsql;

namespace StaffDashboard.Web.Measures;

/// <summary>Why a request failed, in the words of wwwroot/troubles.json.</summary>
static class Cause
{
    internal const string Database = "database";
    internal const string TimeOut = "time-out";
    internal const string Fault = "fault";

    internal static string? Of(int status) =>
        status switch
        {
            400 or 413 or 415 or 422 => "validation",
            403 => "forbidden",
            404 or 410 => "gone",
            409 or 412 => "conflict",
            429 => "too-many",
            503 => Database,
            504 => TimeOut,
            >= 500 => Fault,
            _ => null,
        };

    internal static string Of(Exception? failure) =>
        failure switch
        {
            null => Fault,
            TimeoutException or NpgsqlException { InnerException: TimeoutException } => TimeOut,
            OperationCanceledException
            or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => TimeOut,
            NpgsqlException { IsTransient: true } => Database,
            _ => failure.InnerException is null ? Fault : Of(failure.InnerException),
        };
}
