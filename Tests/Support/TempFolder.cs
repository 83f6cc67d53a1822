namespace StaffDashboard.Tests.Support;

/// <summary>A folder that goes away with the test.</summary>
sealed class TempFolder : IDisposable
{
    const string Memory = "/dev/shm";
    const long Room = 4L << 30;

    internal string Path { get; private init; } =
        Directory.CreateTempSubdirectory("staffdashboard-test-").FullName;

    /// <summary>In memory, where the machine has room for it there: for what is made and dropped hundreds of times.</summary>
    internal static TempFolder InMemory() =>
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room
            ? new()
            {
                Path = Directory
                    .CreateDirectory($"{Memory}/staffdashboard-test-{Guid.CreateVersion7():N}")
                    .FullName,
            }
            : new();

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
