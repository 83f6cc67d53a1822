using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;

namespace StaffDashboard.Web.Pages.Admin.Health;

public class IndexModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    TopicRules rules,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    const int PageSize = 25;
    const int SlowQueries = 8;

    public HealthFilter Filter { get; private set; } = new();
    public DateOnly Today { get; private set; }
    public Fragment Tiles { get; private set; } = Fragment.Of("");
    public Fragment Chart { get; private set; } = Fragment.Of("");
    public Fragment People { get; private set; } = Fragment.Of("");
    public Fragment Rest { get; private set; } = Fragment.Of("");
    public IReadOnlyList<(string? State, string Word, int Count)> States { get; private set; } = [];

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var now = clock.GetUtcNow();
        Filter = HealthFilter.Read(Request.Query, OfficeZone.From(settings), now);
        Today = OfficeDay.Of(now, OfficeZone.From(settings));
        return part switch
        {
            "tiles" => new FragmentResult(await TilesAsync(now)),
            "people" => new FragmentResult(await PeopleAsync(now)),
            "rest" => new FragmentResult(await RestAsync(now)),
            _ => await WholeAsync(now),
        };
    }

    async Task<PageResult> WholeAsync(DateTimeOffset now)
    {
        Tiles = await TilesAsync(now);
        var series = await HealthSeries.ReadAsync(office, Filter, null, now, Stop);
        Chart = Fragment.Of(
            await fragments.RenderAsync<Chart>(
                new { Series = series, Address = Filter.Address(HealthLinks.Series) }
            )
        );
        People = await PeopleAsync(now);
        Rest = await RestAsync(now);
        return Page();
    }

    async Task<Fragment> TilesAsync(DateTimeOffset now)
    {
        var view = await HealthView.ReadAsync(office, Filter, now, Stop);
        return Fragment.Of(
            await fragments.RenderAsync<Tiles>(
                new
                {
                    Summary = HealthSummary.Of(view.Facts()),
                    All = HealthTile.Of(view, Filter.Period),
                    Filter,
                    Topics = Watched("inconsistencies", "alarms"),
                }
            )
        );
    }

    async Task<Fragment> PeopleAsync(DateTimeOffset now)
    {
        var stretch = Filter.Period.Until(now);
        var everybody = await office.PeopleAsync(stretch, now, Filter.Node, null, Stop);
        var named = everybody.Where(Filter.Names).ToList();
        States =
        [
            (null, "Everybody", named.Count),
            .. named
                .GroupBy(p => p.State ?? HealthWords.Away)
                .OrderBy(g => g.Key)
                .Select(g => ((string?)g.Key, HealthWords.State(g.Key), g.Count())),
        ];
        var found = named.Where(Filter.IsInState).ToList();
        var shown = Filter.Sort.Sorted(found).Skip(Filter.From).Take(PageSize).ToList();
        var (first, last) = (Filter.From + 1, Filter.From + shown.Count);
        return Fragment.Of(
            await fragments.RenderAsync<People>(
                new
                {
                    Rows = shown,
                    Filter,
                    Now = now,
                    IsFiltered = everybody.Count > 0,
                    Total = CountText.Of(found.Count, "person", "people"),
                    Previous = Filter.From == 0
                        ? null
                        : (Filter with { From = Math.Max(0, Filter.From - PageSize) }).Here(),
                    Next = last < found.Count ? (Filter with { From = last }).Here() : null,
                    Range = $"{first}–{last} of {found.Count}",
                }
            )
        );
    }

    async Task<Fragment> RestAsync(DateTimeOffset now)
    {
        var stretch = Filter.Period.Until(now);
        return Fragment.Of(
            await fragments.RenderAsync<Rest>(
                new
                {
                    Boards = await NoticeBoard.ReadAsync(office, stretch, Stop),
                    Slow = await SlowQuery.SlowestAsync(
                        office,
                        stretch,
                        Filter.Node,
                        SlowQueries,
                        Stop
                    ),
                    Nodes = await NodeReading.AllAsync(office, Stop),
                    Filter,
                    Topics = Watched("alarms", "problems", "jobs", "reports"),
                }
            )
        );
    }

    // One topic that may not be watched would have the whole page's watch refused.
    string Watched(params string[] topics) =>
        string.Join(' ', topics.Where(topic => rules.MayWatch(viewer, topic)));
}
