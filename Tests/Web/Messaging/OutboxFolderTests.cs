using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Tests.Web.Messaging;

public sealed class OutboxFolderTests : IDisposable
{
    readonly TempFolder folder = new();

    OutboxFolder Outbox => new(Path.Combine(folder.Path, "outbox"), TimeProvider.System);

    [Fact]
    public async Task What_was_written_is_read_again_word_for_word()
    {
        var letter = ResetMail.To(
            "bea@example.test",
            "Köln",
            "Zoë\r\nX: y",
            new Uri("https://a.example/r?t=1&u=2")
        );

        await Outbox.SendAsync(letter, CancellationToken.None);

        var stored = Assert.Single(await Outbox.ListAsync(10, CancellationToken.None));
        Assert.Equal(letter.Subject, stored.Subject);
        Assert.Equal("bea@example.test", stored.To);
        Assert.Equal(letter.Text.ReplaceLineEndings(), stored.Text.ReplaceLineEndings());
        Assert.Contains("https://a.example/r?t=1&u=2", stored.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..%2fsecret")]
    [InlineData("/etc/passwd")]
    [InlineData("nothing")]
    public async Task Nothing_outside_the_folder_is_read(string id)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "secret.eml"), "x");
        await Outbox.SendAsync(
            InviteMail.To("a@b.example", "x", "y", new Uri("https://a.example/")),
            CancellationToken.None
        );

        Assert.Null(await Outbox.FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task Only_the_programs_user_reads_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Outbox.SendAsync(
            InviteMail.To("a@b.example", "x", "y", new Uri("https://a.example/")),
            CancellationToken.None
        );

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.Combine(folder.Path, "outbox"))
        );
    }

    public void Dispose() => folder.Dispose();
}
