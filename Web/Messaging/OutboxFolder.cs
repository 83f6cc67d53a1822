using System.Globalization;
using MimeKit;
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
        using var message = MimeLetter.Of(letter, Sender, "");
        message.Prepare(EncodingConstraint.SevenBit);
        await message.WriteToAsync(path + ".part", stop);
        // A second try takes the place of the first: there is one file a letter.
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Its words, or null where it does not lie here.</summary>
    public async Task<string?> ReadAsync(QueuedLetter letter, CancellationToken stop)
    {
        if (!File.Exists(PathOf(letter)))
            return null;
        using var message = await MimeMessage.LoadAsync(PathOf(letter), stop);
        return message.TextBody;
    }

    string PathOf(QueuedLetter letter) =>
        Path.Combine(
            folder,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{letter.At.UtcDateTime:yyyyMMdd-HHmmss}-{letter.Id:N}.eml"
            )
        );
}
