using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class RollUpMeasures(NpgsqlDataSource database) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var rollUp = database.CreateCommand("select roll_up_measures()");
        var hours = (int)(await rollUp.ExecuteScalarAsync(stop))!;
        return hours == 0 ? "" : $"Summed up {CountText.Of(hours, "hour")}";
    }
}
