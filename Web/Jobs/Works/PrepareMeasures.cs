using Npgsql;

namespace StaffDashboard.Web.Jobs.Works;

sealed class PrepareMeasures(NpgsqlDataSource database) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var prepare = database.CreateCommand("select prepare_measures()");
        await prepare.ExecuteNonQueryAsync(stop);
        return "There is room for today and the next three days";
    }
}
