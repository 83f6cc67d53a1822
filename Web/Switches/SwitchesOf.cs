using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using StaffDashboard.Data;
using StaffDashboard.Data.Switches;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Switches;

/// <summary>Which of the new things somebody already has.</summary>
public sealed class SwitchesOf(IFeatureManager features, ValueCache cache)
{
    /// <summary>"optimistic queue": every page asks, so it is kept until a switch is changed.</summary>
    public Task<string> ListAsync(Viewer viewer, CancellationToken stop) =>
        cache.GetAsync(
            "switches",
            $"{viewer.Id}:{viewer.Role}",
            SwitchDefinitions.Topics,
            _ => WordsAsync(viewer),
            stop
        );

    public async Task<bool> IsOnAsync(string feature, Viewer viewer, CancellationToken stop) =>
        (await ListAsync(viewer, stop)).Split(' ').Contains(feature);

    async Task<string> WordsAsync(Viewer viewer)
    {
        var who = new TargetingContext
        {
            UserId = viewer.Id?.ToString() ?? "",
            Groups = [viewer.Role.ToString()],
        };
        var on = new List<string>();
        foreach (var feature in Feature.All)
            if (await features.IsEnabledAsync(feature.Name, who))
                on.Add(feature.Name);
        return string.Join(' ', on);
    }
}
