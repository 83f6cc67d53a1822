using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Pages.Admin.Outbox;

static class LetterWords
{
    public static (string Word, string Tone) State(QueuedLetter letter, bool isFolder) =>
        letter.SentAt is not null ? (isFolder ? "In the folder" : "Sent", "good")
        : letter.FailedAt is not null ? ("Failed", "bad")
        : letter.Problem is not null ? ("Tried, waiting", "attention")
        : ("Waiting", "waiting");
}
