using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Find;

/// <summary>Records and pages by a part of their name: the palette's answers, and a page of its own without script.</summary>
public class IndexModel(Office office, Viewer viewer) : PageModel
{
    const int Most = 8;
    const int Longest = 80;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    public IReadOnlyList<(RecordPages Pages, IReadOnlyList<IListed> Found)> Records
    {
        get;
        private set;
    } = [];
    public IReadOnlyList<RailEntry> Places { get; private set; } = [];
    public bool IsPalette => Request.IsHtmx();

    public async Task OnGetAsync()
    {
        var typed = CleanText.Beginning(Typed ?? "", Longest);
        Places = [.. RailEntry.Everywhere(viewer).Where(place => place.Answers(typed))];
        if (typed.Length == 0)
            return;
        var all = new List<(RecordPages, IReadOnlyList<IListed>)>();
        foreach (var pages in RecordRegistry.All)
            if (
                await pages.List.FindAsync(office, typed, Most, HttpContext.RequestAborted) is
                { Count: > 0 } found
            )
                all.Add((pages, found));
        Records = all;
    }
}
