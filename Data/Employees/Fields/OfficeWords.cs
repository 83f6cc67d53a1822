namespace StaffDashboard.Data.Employees.Fields;

/// <summary>What this office calls things: its work roles, its users, and the country its phones are in.</summary>
public sealed record OfficeWords(
    IReadOnlyDictionary<Guid, string> WorkRoles,
    IReadOnlyDictionary<Guid, string> Users,
    string CountryCode
)
{
    public static readonly OfficeWords Plain = new(
        new Dictionary<Guid, string>(),
        new Dictionary<Guid, string>(),
        "49"
    );
}
