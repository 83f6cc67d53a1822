using Microsoft.AspNetCore.Mvc.Filters;

namespace StaffDashboard.Web.Live;

/// <summary>Takes the page's mark before any of its queries: taken after, a change in between would be lost.</summary>
public sealed class SinceFilter(Since since) : IAsyncPageFilter
{
    public const string Item = "live-since";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        context.HttpContext.Items[Item] = await since.CurrentAsync(
            context.HttpContext.RequestAborted
        );
        await next();
    }
}
