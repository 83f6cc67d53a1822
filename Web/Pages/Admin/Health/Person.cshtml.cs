using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>One person: how live they are, what happened in their browsers, and what they reported.</summary>
public class PersonModel(
    Office office,
    Fragments fragments,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    const int PageSize = 50;

    public HealthFilter Filter { get; private set; } = new();
    public PersonReading Person { get; private set; } = null!;
    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<HealthTile> Figures { get; private set; } = [];
    public Fragment Chart { get; private set; } = Fragment.Of("");
    public Fragment Timeline { get; private set; } = Fragment.Of("");
    public Fragment Problems { get; private set; } = Fragment.Of("");
    public string? Kind { get; private set; }

    CancellationToken Stop => HttpContext.RequestAborted;

    public string Here(HealthFilter filter, string? kind) =>
        kind is null
            ? filter.Address(HealthLinks.Person(Person.Id))
            : AdminLinks.With(filter.Address(HealthLinks.Person(Person.Id)), "kind", kind);

    public async Task<IActionResult> OnGetAsync(
        Guid userId,
        string? kind,
        string? before,
        string? part
    )
    {
        Now = clock.GetUtcNow();
        Filter = HealthFilter.Read(Request.Query, OfficeZone.From(settings), Now);
        Kind = kind is not null && HealthWords.AllKinds.Contains(kind) ? kind : null;
        var stretch = Filter.Period.Until(Now);
        var found = await office.PeopleAsync(stretch, Now, null, userId, Stop);
        if (found is not [var person])
            return NotFound();
        Person = person;
        Timeline = await TimelineAsync(stretch, AuditPosition.Parse(before));
        if (part is not null)
            return new FragmentResult(Timeline);
        await FillAsync();
        return Page();
    }

    async Task FillAsync()
    {
        var (now, before) = (Filter.Period.Until(Now), Filter.Period.BeforeThat(Now));
        Figures = HealthTile.OfPerson(
            Person,
            Now,
            await PersonTotals.OfAsync(office, Person.Id, now, Filter.Period.Step, Stop),
            await PersonTotals.OfAsync(office, Person.Id, before, before.Length, Stop),
            now,
            Filter.Period
        );
        var series = await HealthSeries.ReadAsync(office, Filter, Person.Id, Now, Stop);
        var address = HealthLinks.Of(Filter.Address(HealthLinks.Series), Person.Id);
        Chart = Fragment.Of(
            await fragments.RenderAsync<Chart>(new { Series = series, Address = address })
        );
        Problems = Fragment.Of(
            await fragments.RenderAsync<Board>(
                new { Of = await NoticeBoard.ProblemsAsync(office, Person.Id, Stop) }
            )
        );
    }

    async Task<Fragment> TimelineAsync(Stretch stretch, AuditPosition? seen)
    {
        var events = await PersonEvent.OfAsync(
            office,
            Person.Id,
            stretch,
            Kind,
            seen is null ? null : (seen.At, seen.Id),
            PageSize + 1,
            Stop
        );
        var shown = events.Take(PageSize).ToList();
        var here = Here(Filter, Kind);
        return Fragment.Of(
            await fragments.RenderAsync<Timeline>(
                new
                {
                    Events = shown,
                    Period = Filter.Period,
                    First = seen is null ? null : here,
                    Next = events.Count > PageSize
                        ? AdminLinks.With(
                            here,
                            "before",
                            new AuditPosition(shown[^1].At, shown[^1].Id).ToString()
                        )
                        : null,
                }
            )
        );
    }
}
