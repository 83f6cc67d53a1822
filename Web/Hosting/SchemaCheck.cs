using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Migrations;

namespace StaffDashboard.Web.Hosting;

static class SchemaCheck
{
    internal const string Mend = "dotnet run --project Web -- migrate";

    internal static async Task<IReadOnlyList<string>> UpgradeAsync(
        Ground ground,
        CancellationToken stop
    )
    {
        try
        {
            return await Schema.UpgradeAsync(ground.OwnerConnection, stop);
        }
        catch (ForeignSchema foreign)
        {
            throw Foreign(ground, foreign);
        }
    }

    internal static async Task RefuseBehindAsync(Ground ground, CancellationToken stop)
    {
        var missing = await MissingAsync(ground.AppConnection, stop);
        if (missing == 0)
            return;
        if (await ReadAsync(() => Schema.IsForeignAsync(ground.AppConnection, stop), false))
            throw Foreign(ground);
        throw new StartRefused(
            StartRefused.BadSetting,
            $"The database is behind this program by {CountText.Of(missing, "migration")}: run “{Mend}” first."
        );
    }

    internal static Task<int> MissingAsync(string appConnection, CancellationToken stop) =>
        ReadAsync(async () => (await Schema.MissingAsync(appConnection, stop)).Count, 1);

    /// <summary>To a role that may not read it, the list of a database never migrated looks the same as one not there.</summary>
    static async Task<T> ReadAsync<T>(Func<Task<T>> read, T ofAClosedOne)
    {
        try
        {
            return await read();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return ofAClosedOne;
        }
    }

    static StartRefused Foreign(Ground ground, Exception? cause = null) =>
        new(
            StartRefused.BadSetting,
            $"The database was made by a version of StaffDashboard that this one cannot upgrade: {ground.BeginAnew}.",
            cause
        );
}
