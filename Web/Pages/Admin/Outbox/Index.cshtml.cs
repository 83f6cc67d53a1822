using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Outbox;

public class IndexModel(OutboxFolder outbox, IMail mail, Fragments fragments) : PageModel
{
    const int Most = 200;

    public IReadOnlyList<StoredLetter> Letters { get; private set; } = [];
    public Fragment Empty { get; private set; } = Fragment.Of("");

    public string Explanation =>
        mail is OutboxFolder
            ? "No mail server is set up: letters lie here. Open one, and pass its link on to the person it is for."
            : "Letters go out over the mail server. Here lies what was written before it was set up.";

    public async Task OnGetAsync()
    {
        Letters = await outbox.ListAsync(Most, HttpContext.RequestAborted);
        if (Letters.Count == 0)
            Empty = Fragment.Of(
                await fragments.RenderAsync<EmptyState>(
                    new
                    {
                        Icon = "mail",
                        Title = "No letters",
                        Text = "An invitation or a link for a new password shows up here.",
                    }
                )
            );
    }
}
