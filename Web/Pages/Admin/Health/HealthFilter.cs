using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>What of it is shown: all of it stands in the address, so that a view can be sent.</summary>
public sealed record HealthFilter
{
    public Period Period { get; init; } = Period.Day;
    public HealthFigure Figure { get; init; } = HealthFigures.Seen;
    public string? Node { get; init; }
    public string? Name { get; init; }
    public string? State { get; init; }
    public PeopleSort Sort { get; init; } = PeopleSort.Worst;
    public int From { get; init; }

    public static HealthFilter Read(
        IQueryCollection query,
        TimeZoneInfo zone,
        DateTimeOffset now
    ) =>
        new()
        {
            Period = Period.Of(query["period"], zone, now),
            Figure = HealthFigures.Of(query["figure"]),
            Node = Text(query["node"]),
            Name = Text(query["q"]),
            State = Text(query["state"]),
            Sort = PeopleSort.Of(query["sort"]),
            From = int.TryParse(
                query["from"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var from
            )
                ? from
                : 0,
        };

    public string Address(string page, string? part = null) =>
        QueryHelpers.AddQueryString(
            page,
            Values().Append(new("part", part)).Where(pair => pair.Value is not null)
        );

    /// <summary>The same of another day of the office.</summary>
    public string On(DateOnly day) =>
        (this with { Period = Period with { Key = Period.KeyOf(day) } }).Here();

    public string Here(string? part = null) => Address(HealthLinks.Overview, part);

    /// <summary>What a search for a name keeps.</summary>
    public IEnumerable<KeyValuePair<string, string?>> BesidesName() =>
        Values().Where(pair => pair.Value is not null && pair.Key is not ("q" or "from"));

    public bool Names(PersonReading person) =>
        Name is null || person.Name.Contains(Name, StringComparison.CurrentCultureIgnoreCase);

    public bool IsInState(PersonReading person) =>
        State is null || State == (person.State ?? HealthWords.Away);

    IEnumerable<KeyValuePair<string, string?>> Values() =>
        [
            new("period", Period == Period.Day ? null : Period.Key),
            new("figure", Figure == HealthFigures.Seen ? null : Figure.Key),
            new("node", Node),
            new("q", Name),
            new("state", State),
            new("sort", Sort == PeopleSort.Worst ? null : Sort.Key),
            new("from", From == 0 ? null : From.ToString(CultureInfo.InvariantCulture)),
        ];

    static string? Text(string? value) =>
        Data.CleanText.Of(value ?? "") is { Length: > 0 and < 200 } text ? text : null;
}
