using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class PrepareTrail(Office office) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await office.Database.ExecuteSqlAsync($"select prepare_audit_log()", stop);
        return "There is room for this month and the next three";
    }
}
