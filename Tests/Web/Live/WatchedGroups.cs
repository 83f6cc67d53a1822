using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>SignalR's own groups, stopped for a moment where something else may happen in between.</summary>
sealed class WatchedGroups(ILogger<DefaultHubLifetimeManager<LiveHub>> log)
    : DefaultHubLifetimeManager<LiveHub>(log)
{
    internal Func<string, Task> Joining { get; set; } = _ => Task.CompletedTask;

    internal Action<string> Telling { get; set; } = _ => { };

    internal static void AddTo(IServiceCollection services) =>
        services
            .AddSingleton<WatchedGroups>()
            .AddSingleton<HubLifetimeManager<LiveHub>>(provider =>
                provider.GetRequiredService<WatchedGroups>()
            );

    public override async Task AddToGroupAsync(
        string connectionId,
        string groupName,
        CancellationToken cancellationToken = default
    )
    {
        await Joining(groupName);
        await base.AddToGroupAsync(connectionId, groupName, cancellationToken);
    }

    public override Task SendGroupAsync(
        string groupName,
        string methodName,
        object?[] args,
        CancellationToken cancellationToken = default
    )
    {
        if (methodName == "changed")
            Telling(groupName);
        return base.SendGroupAsync(groupName, methodName, args, cancellationToken);
    }
}
