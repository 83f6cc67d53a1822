using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>The list as it goes on paper: everybody who matches, not one page of them.</summary>
[FileTransfer]
public class PrintModel(Office office, TeamParts parts) : PageModel
{
    const int Most = 1000;

    public TeamFilter Filter { get; private set; } = new();
    public DateOnly Today => parts.Today;
    public IReadOnlyList<TeamPerson> People { get; private set; } = [];
    public string Summary { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Filter = TeamFilter.Read(Request.Query) with { Position = null };
        await using var connection = await office.HoldConnectionAsync(stop);
        var search = Filter.IsNarrow
            ? await PeopleSearch.PrepareAsync(connection, Filter.Search, Filter.Skill, stop)
            : PeopleSearch.Nothing;
        var people = await office
            .Employees.Matching(Filter, search, Today)
            .InOrder(Filter)
            .Take(Most + 1)
            .Select(TeamPerson.Of)
            .ToListAsync(stop);
        People = people[..Math.Min(people.Count, Most)];
        Summary =
            people.Count > Most
                ? $"The first {TeamCounts.Words(Most)} people. Narrow the list down, or export it, to have them all."
                : BulkWords.People(people.Count);
    }
}
