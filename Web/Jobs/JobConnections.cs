using Hangfire.PostgreSql;
using Npgsql;

namespace StaffDashboard.Web.Jobs;

/// <summary>Connections for Hangfire out of a pool of their own: its workers hold some for as long as they wait.</summary>
sealed class JobConnections(NpgsqlDataSource database) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
}
