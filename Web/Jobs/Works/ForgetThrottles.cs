using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>A throttle holds back for an hour at most; a day later nobody waits for it any more.</summary>
sealed class ForgetThrottles(Office office, TimeProvider clock) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        var old = clock.GetUtcNow().AddDays(-1);
        return Remark.Deleted(
            await office.SignInThrottles.Where(t => t.LastFailureAt < old).ExecuteDeleteAsync(stop),
            "throttle"
        );
    }
}
