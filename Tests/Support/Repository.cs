namespace StaffDashboard.Tests.Support;

static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "StaffDashboard.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder.TrimEnd('/'))!);
}
