using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Migrations;

namespace StaffDashboard.Web.Hosting;

static class SchemaCheck
{
    internal const string Mend = "dotnet run --project Web -- migrate";

    internal static async Task RefuseBehindAsync(string appConnection, CancellationToken stop)
    {
        var missing = await MissingAsync(appConnection, stop);
        if (missing > 0)
            throw new StartRefused(
                StartRefused.BadSetting,
                $"The database is behind this program by {CountText.Of(missing, "migration")}: run “{Mend}” first."
            );
    }

    /// <summary>To a role that may not read it, the list of a database never migrated looks the same as one not there.</summary>
    internal static async Task<int> MissingAsync(string appConnection, CancellationToken stop)
    {
        try
        {
            return (await Schema.MissingAsync(appConnection, stop)).Count;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return 1;
        }
    }
}
