using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>The order of the people. Whoever has trouble stands on top unless another order is asked for.</summary>
public sealed record PeopleSort(
    string Key,
    Func<IEnumerable<PersonReading>, IOrderedEnumerable<PersonReading>> Order
)
{
    public static readonly PeopleSort Worst = new(
        "worst",
        people =>
            people
                .OrderByDescending(p => p.OldestWaiting is not null)
                .ThenByDescending(p => Badness(p.State))
                .ThenByDescending(p => p.Failures)
                .ThenByDescending(p => p.LatencyMs)
    );

    public static IReadOnlyList<PeopleSort> All { get; } =
    [
        Worst,
        new("name", people => people.OrderBy(p => 0)),
        new("latency", people => people.OrderByDescending(p => p.LatencyMs)),
        new("errors", people => people.OrderByDescending(p => p.Failures)),
        new("waiting", people => people.OrderByDescending(p => p.Waiting)),
        new("seen", people => people.OrderByDescending(p => p.SeenAt)),
    ];

    public static PeopleSort Of(string? key) =>
        All.FirstOrDefault(sort => sort.Key == key) ?? Worst;

    public IEnumerable<PersonReading> Sorted(IEnumerable<PersonReading> people) =>
        Order(people)
            .ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(p => p.Id);

    static int Badness(string? state) =>
        state switch
        {
            "offline" => 5,
            "silent" => 4,
            "polling" => 3,
            "poor" or "connecting" or "signed-out" or "outdated" => 2,
            "live" => 1,
            _ => 0,
        };
}
