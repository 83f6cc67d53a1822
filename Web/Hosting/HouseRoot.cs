namespace StaffDashboard.Web.Hosting;

/// <summary>The folder that holds package.json: the clone's root, or the published folder itself.</summary>
static class HouseRoot
{
    internal static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
                return folder.FullName;
        return start;
    }
}
