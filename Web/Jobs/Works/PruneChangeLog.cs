using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class PruneChangeLog(Office office) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await office.Database.ExecuteSqlAsync($"select prune_change_log()", stop);
        return "";
    }
}
