using Npgsql;

namespace StaffDashboard.Tests.Support;

/// <summary>A database of one's own, dropped at the end with whoever still holds on to it.</summary>
public sealed class TestDatabase(string name, string app, string owner, string superuser)
    : IAsyncDisposable
{
    public string Name => name;

    /// <summary>The <see cref="TestUsers"/>.</summary>
    public bool HasUsers { get; init; }
    public string AppConnectionString => app;
    public string OwnerConnectionString => owner;
    public string SuperuserConnectionString => superuser;

    /// <summary>SQL typed by hand, past every lock.</summary>
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? (T)value : default;
    }

    public Task RunAsync(string sql) => AskAsync<object>(sql);

    public async ValueTask DisposeAsync()
    {
        foreach (var connectionString in (string[])[app, owner, superuser])
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        var elsewhere = new NpgsqlConnectionStringBuilder(superuser) { Database = "postgres" };
        await using var connection = new NpgsqlConnection(elsewhere.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"drop database if exists {name} with (force)",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }
}
