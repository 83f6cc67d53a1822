using StaffDashboard.Data;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Jobs.Works;

sealed class ForgetImports(Office office, TimeProvider clock) : IWork
{
    public async Task<string> DoAsync(CancellationToken stop)
    {
        var imports = await office.ForgetOldLinesAsync(clock, stop);
        return imports == 0 ? "" : $"Forgot the lines of {CountText.Of(imports, "import")}";
    }
}
