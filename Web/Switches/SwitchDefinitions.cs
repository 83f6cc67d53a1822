using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.FeatureManagement;
using StaffDashboard.Data;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Switches;

/// <summary>The table of switches in the words of the library. A new thing without a row is for everybody.</summary>
sealed class SwitchDefinitions(OfficeFactory offices, ValueCache cache) : IFeatureDefinitionProvider
{
    internal static readonly string[] Topics = ["switches"];

    public async Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName)
    {
        var rows = await cache.GetAsync("switch-rows", "program", Topics, RowsAsync);
        var found = rows.Find(row => row.Name == featureName);
        return Define(found ?? new FeatureSwitch { Name = featureName });
    }

    public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
    {
        foreach (var feature in Feature.All)
            yield return await GetFeatureDefinitionAsync(feature.Name);
    }

    internal static FeatureDefinition Define(FeatureSwitch row)
    {
        if (!row.IsOn)
            return new() { Name = row.Name };
        var audience = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Audience:DefaultRolloutPercentage"] = row.Percent.ToString(
                CultureInfo.InvariantCulture
            ),
        };
        foreach (var (i, person) in row.People.Index())
            audience[$"Audience:Users:{i}"] = person.ToString();
        foreach (var (i, role) in row.Roles.Index())
        {
            audience[$"Audience:Groups:{i}:Name"] = role.ToString();
            audience[$"Audience:Groups:{i}:RolloutPercentage"] = "100";
        }
        return new()
        {
            Name = row.Name,
            EnabledFor =
            [
                new()
                {
                    Name = "Microsoft.Targeting",
                    Parameters = new ConfigurationBuilder().AddInMemoryCollection(audience).Build(),
                },
            ],
        };
    }

    async Task<List<FeatureSwitch>> RowsAsync(CancellationToken stop)
    {
        await using var office = offices.Open(Viewer.Program);
        return await office.FeatureSwitches.AsNoTracking().ToListAsync(stop);
    }
}
