using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>A page that fails on one number, and a hub that fails on one method: if these are not found, nothing is.</summary>
sealed class PlantedFault : IPageFilter, IHubFilter
{
    internal const string Words = "The planted fault";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (
            request.HasFormContentType
            && request.Form.Any(field =>
                field.Value.ToString().Contains("9223372036854775808", StringComparison.Ordinal)
            )
        )
            throw new InvalidOperationException(Words);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    ) =>
        invocationContext.HubMethodName == "Ping"
            ? throw new InvalidOperationException(Words)
            : next(invocationContext);
}
