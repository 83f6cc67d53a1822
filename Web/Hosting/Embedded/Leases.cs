namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>
/// Who uses the server: one locked file a program. A killed program's lock is released by the
/// kernel, so a lease can never outlive its holder; process ids could be somebody else's by now.
/// </summary>
sealed class Leases(string folder)
{
    internal FileStream Take()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.CreateVersion7():n}.lease");
        return new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    internal static void Return(FileStream lease)
    {
        File.Delete(lease.Name);
        lease.Dispose();
    }

    internal bool AnyHeld()
    {
        var held = false;
        foreach (var path in Directory.EnumerateFiles(folder, "*.lease"))
        {
            if (FileLock.IsHeld(path))
                held = true;
            else
                File.Delete(path);
        }
        return held;
    }
}
