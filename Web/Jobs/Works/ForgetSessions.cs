using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class ForgetSessions(Office office) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await office.Database.ExecuteSqlAsync($"select forget_expired_sessions()", stop);
        return "";
    }
}
