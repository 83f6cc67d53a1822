using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Pages.Admin.Outbox;

public class IndexModel(Office office, IMail mail, FragmentCache cache, Fragments fragments)
    : PageModel
{
    const int Most = 200;

    public Fragment List { get; private set; } = Fragment.Of("");

    public string Explanation =>
        mail is OutboxFolder
            ? "No mail server is set up: letters lie here. Open one, and pass its link on to the person it is for."
            : $"The latest {Most} letters, and what became of them. A letter that cannot be sent is tried again for a day.";

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        List = await cache.GetLiveAsync(
            "letters",
            "admin",
            ["letters"],
            RenderAsync,
            HttpContext.RequestAborted
        );
        return part is null ? Page() : new FragmentResult(List);
    }

    async Task<string> RenderAsync(CancellationToken stop) =>
        await fragments.RenderAsync<LetterList>(
            new
            {
                Letters = await office
                    .Letters.AsNoTracking()
                    .OrderByDescending(letter => letter.At)
                    .ThenByDescending(letter => letter.Id)
                    .Take(Most)
                    .ToListAsync(stop),
                IsFolder = mail is OutboxFolder,
            }
        );
}
