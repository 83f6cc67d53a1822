using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StaffDashboard.Data;

/// <summary>Tells PostgreSQL who asks, each time a connection opens: row security and the trail read it there.</summary>
public sealed class ViewerOnConnection : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not Office office)
            return;
        using var command = Command(connection, office.Viewer);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not Office office)
            return;
        await using var command = Command(connection, office.Viewer);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static DbCommand Command(DbConnection connection, Viewer viewer)
    {
        var command = connection.CreateCommand();
        command.CommandText = """
            select set_config('app.user_id', $1, false), set_config('app.user_name', $2, false),
                   set_config('app.user_role', $3, false), set_config('app.request_id', $4, false)
            """;
        Add(viewer.Id?.ToString() ?? "");
        Add(viewer.Name);
        Add(
            viewer.IsProgram ? nameof(Viewer.Program)
            : viewer.IsSignedIn ? viewer.Role.ToString()
            : ""
        );
        Add(viewer.RequestId ?? "");
        return command;

        void Add(string value)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
