using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Logs what broke in a call, and not what was refused: the framework logs both as errors, with a stack. Its own lines
/// are switched off with the rest of what the console leaves out.
/// </summary>
sealed class HubFailures(ILogger<LiveHub> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failed) when (IsFault(failed, invocationContext.Context))
        {
            log.LogError(failed, "The call {Method} failed", invocationContext.HubMethodName);
            throw;
        }
    }

    static bool IsFault(Exception failed, HubCallerContext socket) =>
        failed is not HubException && !socket.ConnectionAborted.IsCancellationRequested;
}
