using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Users;

/// <summary>The database alone can count Admins rightly: two of them may go at once. See admins.sql.</summary>
public static class LastAdmin
{
    public static bool Refuses(DbUpdateException failed) =>
        failed.InnerException is PostgresException { ConstraintName: "users_last_admin" };
}
