using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Users;

/// <summary>
/// What some users are called today. The name that is stored beside what somebody did is what they called themselves
/// then, and may be somebody else's by now: it is shown only of a user that is gone.
/// </summary>
public sealed class UserNames
{
    public static readonly UserNames None = new([]);

    readonly Dictionary<Guid, string> names;

    UserNames(Dictionary<Guid, string> names) => this.names = names;

    public string Of(Guid? id, string then) =>
        id is { } user && names.TryGetValue(user, out var name) ? name : then;

    public static async Task<UserNames> OfAsync(
        Office office,
        IEnumerable<Guid?> ids,
        CancellationToken stop
    )
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        return new(
            wanted.Count == 0
                ? []
                : await office
                    .Users.Where(u => wanted.Contains(u.Id))
                    .Select(u => new { u.Id, u.Name })
                    .ToDictionaryAsync(u => u.Id, u => u.Name, stop)
        );
    }
}
