namespace StaffDashboard.Tests.Support;

/// <summary>A folder that goes away with the test.</summary>
sealed class TempFolder : IDisposable
{
    internal string Path { get; } =
        Directory.CreateTempSubdirectory("staffdashboard-test-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
