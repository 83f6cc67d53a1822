using System.Globalization;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>Where letters lie while no mail server is configured: an Admin reads them in the program and passes them on.</summary>
public sealed class OutboxFolder(string folder) : IMail
{
    public string Sender => "staffdashboard@localhost";

    public async Task SendAsync(QueuedLetter letter, CancellationToken stop = default)
    {
        // The links inside let people in: the folder is for this program's user alone.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        var path = PathOf(letter);
        await File.WriteAllTextAsync(path + ".part", Eml.Write(letter, Sender), stop);
        // A second try takes the place of the first: there is one file a letter.
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Its words, or null where it does not lie here.</summary>
    public async Task<string?> ReadAsync(QueuedLetter letter, CancellationToken stop) =>
        File.Exists(PathOf(letter))
            ? Eml.Read(await File.ReadAllTextAsync(PathOf(letter), stop))
            : null;

    string PathOf(QueuedLetter letter) =>
        Path.Combine(
            folder,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.At.UtcDateTime:yyyyMMdd-HHmmss}-{letter.Id:N}.eml"
            )
        );
}
