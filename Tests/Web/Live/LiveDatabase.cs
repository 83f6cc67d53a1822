using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>A database with the house's schema, one table more, and an owner's hand to write in it.</summary>
public sealed class LiveDatabase(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public string AppConnection => database.AppConnectionString;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        Owner = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await ExecuteAsync(
            """
            create table notes (id int primary key, text text);
            create function log_note() returns trigger language plpgsql security definer as $$
            begin
                insert into change_log (topics) values (array['notes']);
                return null;
            end $$;
            create trigger log_note after insert or update or delete on notes
                for each statement execute function log_note();
            grant all on notes to staffdashboard_app;
            """
        );
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a trigger would write, in a transaction of its own, ringing nobody: like SQL typed by hand.</summary>
    public async Task ChangeAsync(string topic, string? by = null, string? origin = null)
    {
        await using var connection = await Owner.OpenConnectionAsync();
        await LogChange.WriteAsync(connection, [topic], by, origin);
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await database.DisposeAsync();
    }
}

static class LogChange
{
    internal static async Task WriteAsync(
        NpgsqlConnection connection,
        string[] topics,
        string? by = null,
        string? origin = null
    )
    {
        await using var insert = new NpgsqlCommand(
            "insert into change_log (topics, actor, request_id) values ($1, $2, $3)",
            connection
        );
        insert.Parameters.AddWithValue(topics);
        insert.Parameters.AddWithValue((object?)by ?? DBNull.Value);
        insert.Parameters.AddWithValue((object?)origin ?? DBNull.Value);
        await insert.ExecuteNonQueryAsync();
    }
}
