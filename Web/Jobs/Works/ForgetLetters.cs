using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>Those that went out or were given up, calls to the webhook too. What still waits is kept, however old it is.</summary>
sealed class ForgetLetters(Office office, TimeProvider clock) : IJob
{
    const int KeptDays = 30;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var old = clock.GetUtcNow().AddDays(-KeptDays);
        await office.Database.ExecuteSqlAsync(
            $"delete from alarm_calls where sent_at < {old} or failed_at < {old}",
            stop
        );
        return Remark.Deleted(
            await office
                .Letters.Where(l => l.SentAt < old || l.FailedAt < old)
                .ExecuteDeleteAsync(stop),
            "e-mail"
        );
    }
}
