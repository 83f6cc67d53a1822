using StaffDashboard.Data.Letters;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Tests.Web.Messaging;

public sealed class OutboxFolderTests : IDisposable
{
    readonly TempFolder folder = new();

    OutboxFolder Outbox => new(Path.Combine(folder.Path, "outbox"));

    [Fact]
    public async Task What_was_written_is_read_again_word_for_word_and_is_a_letter_to_a_mail_program()
    {
        var letter = Letter("Zoë\r\nX: y", "https://a.example/r?t=1&u=2");

        await Outbox.SendAsync(letter, CancellationToken.None);
        await Outbox.SendAsync(letter, CancellationToken.None);

        Assert.Equal(letter.Text, await Outbox.ReadAsync(letter, CancellationToken.None));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "outbox")));
        var mime = await Mime.ReadAsync(await File.ReadAllTextAsync(file));
        Assert.Equal("Zoë  X: y", mime.Subject);
        Assert.Equal(letter.Text, mime.Text.Trim());
        Assert.Equal(letter.MessageId, mime.MessageId);
    }

    [Fact]
    public async Task Only_the_programs_user_reads_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Outbox.SendAsync(Letter("x", "y"), CancellationToken.None);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.Combine(folder.Path, "outbox"))
        );
    }

    public void Dispose() => folder.Dispose();

    static QueuedLetter Letter(string subject, string text) =>
        new()
        {
            To = "bea@example.test",
            Subject = subject,
            Text = text,
            Html = "<p>x</p>",
            MessageId = "<1@example.test>",
            At = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero),
        };
}
