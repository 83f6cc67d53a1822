using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations;

/// <summary>The schema as its owner sees it: what is applied, what is missing, and bringing it up to date.</summary>
public static class Schema
{
    // Any number will do, as long as every node takes the same one.
    const long UpgradeLock = 7_165_331_902;

    public static DbContextOptions<Office> Options(string connectionString) =>
        new DbContextOptionsBuilder<Office>()
            .UseNpgsql(
                connectionString,
                npgsql => npgsql.MigrationsAssembly(typeof(Schema).Assembly.GetName().Name)
            )
            .Options;

    /// <summary>Applies what is missing and returns its names. Two that start at once take turns.</summary>
    public static async Task<IReadOnlyList<string>> UpgradeAsync(
        string ownerConnectionString,
        CancellationToken stop
    )
    {
        // Not pooled: back in the pool, a connection would go on holding the lock.
        var alone = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false };
        await using var office = new Office(Options(alone.ConnectionString));
        // As long as it takes: another node's turn, or a table of a million rows.
        office.Database.SetCommandTimeout(0);
        await office.Database.OpenConnectionAsync(stop);
        await office.Database.ExecuteSqlAsync($"select pg_advisory_lock({UpgradeLock})", stop);
        if (await IsForeignAsync(office, stop))
            throw new ForeignSchema();
        var missing = (await office.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (missing.Count > 0)
            await office.Database.MigrateAsync(stop);
        return missing;
    }

    public static async Task<IReadOnlyList<string>> MissingAsync(
        string connectionString,
        CancellationToken stop
    )
    {
        await using var office = new Office(Options(connectionString));
        return [.. await office.Database.GetPendingMigrationsAsync(stop)];
    }

    public static async Task<bool> IsForeignAsync(string connectionString, CancellationToken stop)
    {
        await using var office = new Office(Options(connectionString));
        return await IsForeignAsync(office, stop);
    }

    // By the first migration and not by any that is unknown: those of a newer program are, and there this one serves on.
    static async Task<bool> IsForeignAsync(Office office, CancellationToken stop)
    {
        var applied = (await office.Database.GetAppliedMigrationsAsync(stop)).ToList();
        return applied.Count > 0 && !applied.Contains(office.Database.GetMigrations().First());
    }
}
