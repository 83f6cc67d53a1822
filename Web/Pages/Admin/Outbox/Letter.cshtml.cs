using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Letters;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Outbox;

public class LetterModel(Office office, OutboxFolder folder, IMail mail, TimeProvider clock)
    : PageModel
{
    string text = "";

    public QueuedLetter Letter { get; private set; } = null!;
    public (string Word, string Tone) State => LetterWords.State(Letter, mail is OutboxFolder);

    public IEnumerable<string[]> Paragraphs =>
        text.Length == 0
            ? []
            : text.ReplaceLineEndings("\n").Trim().Split("\n\n").Select(part => part.Split('\n'));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, stop)
            is not { } letter
        )
            return NotFound();
        Letter = letter;
        text = await WordsAsync(stop);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (await office.Letters.SingleOrDefaultAsync(l => l.Id == id, stop) is not { } letter)
            return NotFound();
        if (!letter.CanBeSentAgain)
            return StatusCode(StatusCodes.Status409Conflict);
        letter.SendAgain(clock.GetUtcNow());
        await office.SaveChangesAsync(stop);
        new Toast("The letter is on its way again").Keep(TempData);
        return LocalRedirect(AdminLinks.Letter(id));
    }

    // What lets somebody in is shown only where an Admin has to pass it on by hand: without a mail server.
    async Task<string> WordsAsync(CancellationToken stop) =>
        mail is OutboxFolder ? await folder.ReadAsync(Letter, stop) ?? ""
        : Letter.SecretUntil is null ? Letter.Text
        : "";
}
