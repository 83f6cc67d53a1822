using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Pages.Admin.Users;

namespace StaffDashboard.Web.Pages.Admin.Switches;

/// <summary>A new thing, and who has it.</summary>
public sealed record SwitchEntry(Feature Feature, FeatureSwitch Stored)
{
    public bool IsForAll => Stored is { IsOn: true, Percent: 100 };

    public string Who =>
        !Stored.IsOn ? "Nobody has it"
        : IsForAll ? "Everybody has it"
        : Parts().ToList() is { Count: > 0 } parts ? string.Join(", ", parts).Capitalized()
        : "Nobody has it yet";

    public static async Task<List<SwitchEntry>> AllAsync(Office office, CancellationToken stop)
    {
        var stored = await office
            .FeatureSwitches.AsNoTracking()
            .ToDictionaryAsync(row => row.Name, stop);
        return
        [
            .. Feature.All.Select(feature => new SwitchEntry(
                feature,
                stored.GetValueOrDefault(feature.Name) ?? new FeatureSwitch { Name = feature.Name }
            )),
        ];
    }

    IEnumerable<string> Parts()
    {
        foreach (var role in Stored.Roles)
            yield return $"everybody with the role {role}";
        if (Stored.People.Length > 0)
            yield return Stored.People.Length == 1
                ? "1 person by name"
                : $"{Stored.People.Length} people by name";
        if (Stored.Percent > 0)
            yield return $"{Stored.Percent} % of all";
    }
}
