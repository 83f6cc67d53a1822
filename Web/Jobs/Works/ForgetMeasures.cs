using Npgsql;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>A day is dropped whole: nothing has to be looked for, and nothing is left to tidy up.</summary>
sealed class ForgetMeasures(NpgsqlDataSource database) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var forget = database.CreateCommand("select forget_measures()");
        return Remark.Deleted((int)(await forget.ExecuteScalarAsync(stop))!, "daily part");
    }
}
