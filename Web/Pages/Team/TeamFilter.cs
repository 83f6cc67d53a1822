using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What the list shows. All of it stands in the address: a view can be bookmarked and sent.</summary>
public sealed record TeamFilter
{
    const int MaxSearch = 100;

    public string Search { get; init; } = "";
    public Guid? Role { get; init; }
    public string? Skill { get; init; }
    public Employment? Employment { get; init; }
    public bool AlwaysNeeded { get; init; }
    public bool NotLately { get; init; }
    public bool Archived { get; init; }
    public TeamSort Sort { get; init; }
    public bool Descending { get; init; }
    public TeamPosition? Position { get; init; }

    /// <summary>Anything that leaves people out, besides those who are archived.</summary>
    public bool IsNarrow =>
        this with
        {
            Archived = false,
            Sort = default,
            Descending = false,
            Position = null,
        } != new TeamFilter();

    public static TeamFilter Read(IQueryCollection query)
    {
        var descending = query["sort"].ToString().EndsWith("-desc", StringComparison.Ordinal);
        var sort =
            Enum.TryParse<TeamSort>(
                query["sort"].ToString().Split('-')[0],
                ignoreCase: true,
                out var known
            ) && Enum.IsDefined(known)
                ? known
                : TeamSort.Name;
        return new()
        {
            Search = Text(query["q"], MaxSearch) ?? "",
            Role = Guid.TryParse(query["role"], out var role) ? role : null,
            Skill = Text(query["skill"], Employee.MaxSkill),
            Employment = EmploymentWords.TryRead(query["employment"].ToString(), out var employment)
                ? employment
                : null,
            AlwaysNeeded = query["always"] == "1",
            NotLately = query["worked"] == "not-lately",
            Archived = query["archived"] == "1",
            Sort = sort,
            Descending = descending,
            Position =
                TeamPosition.Read(query["after"], before: false, sort)
                ?? TeamPosition.Read(query["before"], before: true, sort),
        };
    }

    /// <summary>Name and value of everything that is not as usual, in one order: equal views have equal addresses.</summary>
    public IEnumerable<KeyValuePair<string, string>> Write()
    {
        if (Search.Length > 0)
            yield return new("q", Search);
        if (Role is { } role)
            yield return new("role", role.ToString());
        if (Skill is not null)
            yield return new("skill", Skill);
        if (Employment is { } employment)
            yield return new("employment", employment.ToString());
        if (AlwaysNeeded)
            yield return new("always", "1");
        if (NotLately)
            yield return new("worked", "not-lately");
        if (Archived)
            yield return new("archived", "1");
        if (Sort != default || Descending)
            yield return new(
                "sort",
                Sort.ToString().ToLowerInvariant() + (Descending ? "-desc" : "")
            );
        if (Position is { } position)
            yield return new(position.Before ? "before" : "after", position.ToString());
    }

    static string? Text(string? value, int longest)
    {
        var text = CleanText.Beginning(value ?? "", longest);
        return text.Length == 0 ? null : text;
    }
}
