using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

public class IndexModel(RecordPageContext context, RecordParts parts, ListParts lists)
    : ListPageModel(context, parts, lists)
{
    public Fragment Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        Query = Asked;
        if (part == "matches")
            return await MatchesAsync();
        Shown = await Lists.ListAsync(Pages, Query, Stop);
        if (part == "list")
            return new FragmentResult(Shown);
        // Without the tag: the link or form that asks is not what it belongs to.
        if (Request.Headers["HX-Target"] == $"section#{Links.ListElement}")
        {
            Response.Htmx(htmx => htmx.PushUrl(Links.Of(Query)));
            return Content(Shown.Html, "text/html; charset=utf-8");
        }
        return Page();
    }

    /// <summary>All that the filter matches, for "Select all 64": with what stands in the list of each. Of more than fit, the first.</summary>
    async Task<IActionResult> MatchesAsync()
    {
        if (!MayChange)
            return Forbid();
        var query = Query with { Position = null };
        var rows = await List.FirstAsync(Office, query, Today, BulkLimits.Most + 1, Stop);
        if (rows.Count > BulkLimits.Most)
        {
            var total = await List.CountAsync(Office, query, Today, int.MaxValue, Stop);
            Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        }
        return new JsonResult(
            rows.Take(BulkLimits.Most).Select(row => new { row.Id, Was = List.Was(row) })
        );
    }
}
