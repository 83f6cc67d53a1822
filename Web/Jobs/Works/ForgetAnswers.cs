using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Works;

sealed class ForgetAnswers(Office office) : IWork
{
    public async Task<string> DoAsync(CancellationToken stop) =>
        Remark.Forgot(
            await office
                .Database.SqlQuery<int>($"select forget_saved_answers() as \"Value\"")
                .SingleAsync(stop),
            "answer"
        );
}
