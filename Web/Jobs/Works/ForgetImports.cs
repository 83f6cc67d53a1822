using StaffDashboard.Data;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Jobs.Works;

sealed class ForgetImports(Office office, TimeProvider clock) : IJob
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        var imports = await office.ForgetOldLinesAsync(clock, stop);
        return imports == 0 ? "" : $"Deleted the rows of {CountText.Of(imports, "import")}";
    }
}
