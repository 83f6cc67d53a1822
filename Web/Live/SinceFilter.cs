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
        var http = context.HttpContext;
        // Whoever holds a connection for what is not committed yet does not wait for a second one.
        http.Items[Item] = http.Items.ContainsKey(FragmentCache.Uncommitted)
            ? since.Known
            : await since.CurrentAsync(http.RequestAborted);
        await next();
    }
}
