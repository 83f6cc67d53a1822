using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace StaffDashboard.Bench.Live;

/// <summary>A bare program that shows changes at once: one UPDATE with its notification, everybody told.</summary>
static class LiveFloor
{
    internal static async Task<WebApplication> Build(
        WebApplicationBuilder builder,
        string connection
    )
    {
        builder.Services.AddSignalR();
        var database = NpgsqlDataSource.Create(connection);
        await RunAsync(
            database,
            "create table if not exists bench_floor (id int primary key, name text not null)"
        );
        await RunAsync(database, "insert into bench_floor values (1, '') on conflict do nothing");
        var app = builder.Build();
        app.MapHub<FloorHub>("/live");
        app.MapPost("/save", (HttpContext request) => SaveAsync(request, database));
        app.MapGet("/fragment", () => ReadAsync(database));
        _ = ListenAsync(connection, app.Services.GetRequiredService<IHubContext<FloorHub>>());
        return app;
    }

    static async Task SaveAsync(HttpContext request, NpgsqlDataSource database)
    {
        var form = await request.Request.ReadFormAsync();
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var save = new NpgsqlCommand(
            "update bench_floor set name = $1 where id = 1",
            connection
        );
        save.Parameters.Add(new() { Value = form["Name"].ToString() });
        await save.ExecuteNonQueryAsync();
        await using var tell = new NpgsqlCommand("select pg_notify('bench_floor', $1)", connection);
        tell.Parameters.Add(new() { Value = request.Request.Headers["X-Request-Id"].ToString() });
        await tell.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    static async Task<string> ReadAsync(NpgsqlDataSource database)
    {
        await using var read = database.CreateCommand("select name from bench_floor where id = 1");
        return (string)(await read.ExecuteScalarAsync())!;
    }

    static async Task ListenAsync(string database, IHubContext<FloorHub> hub)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        connection.Notification += (_, said) =>
            _ = hub.Clients.All.SendAsync(
                "changed",
                new { topics = FloorHub.Topics, origin = said.Payload }
            );
        await using var listen = new NpgsqlCommand("listen bench_floor", connection);
        await listen.ExecuteNonQueryAsync();
        while (true)
            await connection.WaitAsync();
    }

    static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class FloorHub : Hub
{
    internal static readonly string[] Topics = ["team"];

    public int Watch(string[] topics, string since) => topics.Length + since.Length;
}
