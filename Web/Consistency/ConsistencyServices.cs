namespace StaffDashboard.Web.Consistency;

static class ConsistencyServices
{
    internal static IServiceCollection AddConsistency(this IServiceCollection services) =>
        services.AddHostedService<WriteFindings>();
}
