using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data;

/// <summary>
/// The connection of a context, open for several questions: each opening tells the server anew who asks. One that is not
/// closed stays counted as open in its pooled context, and whoever is given that next holds a connection to their end.
/// </summary>
public sealed class OpenConnection(Office office) : IAsyncDisposable
{
    internal Office Office => office;

    internal NpgsqlCommand Command(string sql) =>
        new(sql, (NpgsqlConnection)office.Database.GetDbConnection());

    public ValueTask DisposeAsync() => new(office.Database.CloseConnectionAsync());
}

public static class OpenConnectionExtensions
{
    public static async Task<OpenConnection> HoldConnectionAsync(
        this Office office,
        CancellationToken stop
    )
    {
        await office.Database.OpenConnectionAsync(stop);
        return new(office);
    }
}
