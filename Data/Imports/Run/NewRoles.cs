using StaffDashboard.Data.Fields;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>Work roles that the file names and the office lacks. A column mapped by mistake must not make thousands.</summary>
sealed class NewRoles(OfficeWords known)
{
    const int Most = 50;

    readonly Dictionary<Guid, string> roles = new(known.Of(WorkRole.Choices));
    readonly Dictionary<string, Guid> added = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> there = new(
        known.Of(WorkRole.Choices).Values,
        StringComparer.OrdinalIgnoreCase
    );

    internal OfficeWords Words => known.With(WorkRole.Choices, roles);
    internal IReadOnlyDictionary<string, Guid> Added => added;

    internal void Meet(string name)
    {
        var role = CleanText.Of(name);
        if (role.Length is 0 or > WorkRole.MaxName || !NameText.IsPlain(role))
            return;
        if (added.Count == Most || !there.Add(role))
            return;
        added[role] = Guid.CreateVersion7();
        roles[added[role]] = role;
    }
}
