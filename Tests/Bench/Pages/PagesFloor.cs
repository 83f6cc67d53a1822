using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Bench.Pages;

/// <summary>A bare endpoint: one connection, the questions in turn, a string that was prepared.</summary>
static class PagesFloor
{
    internal static async Task<WebApplication> Build(
        WebApplicationBuilder builder,
        string connection,
        string file
    )
    {
        var pages = JsonSerializer.Deserialize<Played[]>(await File.ReadAllTextAsync(file))!;
        var database = NpgsqlDataSource.Create(connection);
        var app = builder.Build();
        foreach (var page in pages)
        {
            var body = new byte[page.Bytes];
            Array.Fill(body, (byte)'x');
            app.MapGet(
                "/" + page.Name,
                (HttpContext context) => AnswerAsync(context, page, database, body)
            );
        }
        return app;
    }

    static async Task AnswerAsync(
        HttpContext context,
        Played page,
        NpgsqlDataSource database,
        byte[] body
    )
    {
        await using (var connection = await database.OpenConnectionAsync())
            foreach (var statement in page.Statements)
                await AskAsync(connection, statement, page.Keys, context.Request.Query["key"]!);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Where the captured request named its own person or place, this one names another.</summary>
    static async Task AskAsync(
        NpgsqlConnection connection,
        Statement statement,
        string[] keys,
        string?[] asked
    )
    {
        await using var command = new NpgsqlCommand(statement.Sql, connection);
        foreach (var parameter in statement.Parameters)
        {
            var key = parameter is null ? -1 : Array.IndexOf(keys, parameter);
            var value = key >= 0 && key < asked.Length ? asked[key] : parameter;
            command.Parameters.Add(
                new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown }
            );
        }
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }
}
