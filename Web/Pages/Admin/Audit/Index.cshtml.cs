using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin.Audit;

public class IndexModel(Office office, Viewer viewer, Fragments fragments, IConfiguration settings)
    : PageModel
{
    const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public Fragment List { get; private set; } = Fragment.Of("");
    public IReadOnlyList<(string Id, string Name)> Actors { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Tables => AuditTables.For(viewer);
    public string CsvAddress => Filter.Query(AdminLinks.AuditCsv);

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var stop = HttpContext.RequestAborted;
        await LoadAsync(stop);
        if (part is not null)
            return new FragmentResult(List);
        var users = await office
            .Users.OrderBy(u => u.Name)
            .Select(u => new { u.Id, u.Name })
            .ToListAsync(stop);
        Actors = [.. users.Select(u => (u.Id.ToString(), u.Name))];
        return Page();
    }

    // Each look is another one: nothing here is kept for somebody else.
    async Task LoadAsync(CancellationToken stop)
    {
        var seen = AuditPosition.Parse(Before);
        var trail = await office.TrailAsync(Filter, OfficeZone.From(settings), stop);
        var entries = await trail.Below(seen).Take(PageSize + 1).ToListAsync(stop);
        var shown = entries.Take(PageSize).ToList();
        var here = Filter.Query(AdminLinks.Audit);
        var list = new
        {
            Lines = await AuditLineView.OfAsync(office, shown, stop),
            IsFiltered = !Filter.IsEmpty,
            // Further down, nothing new can come.
            Topics = seen is null ? Topics() : null,
            Address = AdminLinks.With(here, "part", "list"),
            First = seen is null ? null : here,
            Next = entries.Count > PageSize
                ? AdminLinks.With(
                    here,
                    "before",
                    new AuditPosition(shown[^1].At, shown[^1].Id).ToString()
                )
                : null,
        };
        List = Fragment.Of(await fragments.RenderAsync<AuditList>(list));
    }

    string Topics() =>
        string.Join(
            ' ',
            [
                .. RecordRegistry.All.Select(pages => pages.Room),
                "work-roles",
                "switches",
                "alarms",
                .. viewer.IsAdmin ? (string[])["users"] : [],
            ]
        );
}
