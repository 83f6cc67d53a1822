using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data;

public static class Taken
{
    /// <summary>Somebody else got what may be there but once: a phone number, a name, the very row.</summary>
    public static bool IsTaken(this DbUpdateException failed) =>
        failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Somebody else has just removed what is referred to: a role, a user.</summary>
    public static bool IsGone(this DbUpdateException failed) =>
        failed.InnerException
            is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    /// <summary>Somebody else has just added the very row.</summary>
    public static bool IsThere(this DbUpdateException failed) =>
        failed.IsTaken()
        && failed.InnerException is PostgresException { ConstraintName: { } name }
        && name.StartsWith("pk_", StringComparison.Ordinal);
}
