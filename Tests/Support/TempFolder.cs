namespace StaffDashboard.Tests.Support;

/// <summary>A folder that goes away with the test.</summary>
sealed class TempFolder : IDisposable
{
    const string Prefix = "staffdashboard-test-";
    const string Memory = "/dev/shm";
    const long Room = 4L << 30;

    internal TempFolder()
        : this(Directory.CreateTempSubdirectory(Prefix)) { }

    TempFolder(DirectoryInfo folder) => Path = folder.FullName;

    internal string Path { get; }

    /// <summary>In memory, where the machine has room for it there: for what is made and dropped hundreds of times.</summary>
    internal static TempFolder InMemory() =>
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room
            ? new(Directory.CreateDirectory($"{Memory}/{Prefix}{Guid.CreateVersion7():N}"))
            : new();

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
