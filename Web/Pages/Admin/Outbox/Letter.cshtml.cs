using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Pages.Admin.Outbox;

public class LetterModel(OutboxFolder outbox) : PageModel
{
    public StoredLetter Letter { get; private set; } = null!;

    public IEnumerable<string[]> Paragraphs =>
        Letter.Text.ReplaceLineEndings("\n").Trim().Split("\n\n").Select(text => text.Split('\n'));

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await outbox.FindAsync(id, HttpContext.RequestAborted) is not { } letter)
            return NotFound();
        Letter = letter;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
