namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>The folder of everything the program keeps outside the database: only its owner may enter.</summary>
static class DataFolder
{
    const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    internal static void Ensure(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly);
            var probe = Path.Combine(folder, $"probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused(
                StartRefused.CannotWrite,
                $"The data folder {folder} cannot be written: set StaffDashboard__DataFolder to a folder that can.",
                e
            );
        }
    }
}
