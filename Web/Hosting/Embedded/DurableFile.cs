using System.Runtime.InteropServices;
using System.Text;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>
/// A file that only its owner can read, and that after a power cut is either whole or not there: written beside,
/// brought to the disk, then renamed, and the new name brought to the disk, too.
/// </summary>
static class DurableFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static void Write(string file, string text)
    {
        var unfinished = file + ".new";
        File.Delete(unfinished);
        // The mode is given at creation: a file narrowed afterwards was readable for a moment.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, file, overwrite: true);
        SyncFolder(Path.GetDirectoryName(file)!);
    }

    /// <summary>What was made, renamed or deleted in the folder.</summary>
    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        // The framework opens no folders.
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (handle < 0)
            return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    static extern int Close(int handle);
}
