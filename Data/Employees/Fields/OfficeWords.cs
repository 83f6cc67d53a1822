namespace StaffDashboard.Data.Employees.Fields;

/// <summary>What this office calls things: its work roles, its users, and the country its phones are in.</summary>
public sealed record OfficeWords(
    IReadOnlyDictionary<Guid, string> WorkRoles,
    IReadOnlyDictionary<Guid, string> Users,
    string CountryCode
)
{
    static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);

    /// <summary>After this day nobody has worked yet, in whichever zone.</summary>
    public DateOnly LatestDay { get; private init; } = DateOnly.MaxValue;

    public OfficeWords At(TimeProvider clock) =>
        this with
        {
            LatestDay = DateOnly.FromDateTime((clock.GetUtcNow() + Easternmost).UtcDateTime),
        };

    public static readonly OfficeWords Plain = new(
        new Dictionary<Guid, string>(),
        new Dictionary<Guid, string>(),
        "49"
    );
}
