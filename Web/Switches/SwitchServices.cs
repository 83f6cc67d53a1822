using Microsoft.FeatureManagement;

namespace StaffDashboard.Web.Switches;

public static class SwitchServices
{
    public static IServiceCollection AddSwitches(this IServiceCollection services)
    {
        services.AddSingleton<IFeatureDefinitionProvider, SwitchDefinitions>();
        services.AddSingleton<SwitchesOf>();
        services.AddFeatureManagement();
        return services;
    }
}
