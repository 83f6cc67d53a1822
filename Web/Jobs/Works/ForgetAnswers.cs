using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class ForgetAnswers(Office office) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop) =>
        Remark.Deleted(
            await office
                .Database.SqlQuery<int>($"select forget_saved_answers() as \"Value\"")
                .SingleAsync(stop),
            "answer"
        );
}
