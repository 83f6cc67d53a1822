using System.Globalization;

namespace StaffDashboard.Web.Messaging;

/// <summary>Where letters lie while no mail server is configured: an Admin reads them in the program and passes them on.</summary>
public sealed class OutboxFolder(string folder, TimeProvider clock) : IMail
{
    const string Ending = ".eml";

    public async Task SendAsync(Letter letter, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        // The links inside let people in: the folder is for this program's user alone.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{now:yyyyMMdd-HHmmssfff}-{Guid.CreateVersion7(now):N}"
        );
        var path = Path.Combine(folder, name + Ending);
        await File.WriteAllTextAsync(
            path + ".part",
            Eml.Write(letter, "staffdashboard@localhost", now),
            stop
        );
        File.Move(path + ".part", path);
    }

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<StoredLetter>> ListAsync(int most, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            return [];
        var letters = new List<StoredLetter>();
        foreach (
            var id in Directory
                .EnumerateFiles(folder, "*" + Ending)
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .OrderDescending(StringComparer.Ordinal)
                .Take(most)
        )
            if (await FindAsync(id, stop) is { } letter)
                letters.Add(letter);
        return letters;
    }

    public async Task<StoredLetter?> FindAsync(string id, CancellationToken stop)
    {
        // It becomes part of a path: nothing but what we name files by ourselves.
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return null;
        var path = Path.Combine(folder, id + Ending);
        return File.Exists(path) ? Eml.Read(id, await File.ReadAllTextAsync(path, stop)) : null;
    }
}
