using Npgsql;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>A day is dropped whole: nothing has to be looked for, and nothing is left to tidy up.</summary>
sealed class ForgetMeasures(NpgsqlDataSource database) : IWork
{
    public async Task<string> DoAsync(CancellationToken stop)
    {
        await using var forget = database.CreateCommand("select forget_measures()");
        return Remark.Forgot((int)(await forget.ExecuteScalarAsync(stop))!, "daily part");
    }
}
