using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace StaffDashboard.Tests.Support;

/// <summary>What one request asks the database, in turn. All programs of this process are heard: a header tells it from the rest.</summary>
static class Statements
{
    const string Mark = "X-Statements";

    internal static async Task<IReadOnlyList<string>> OfAsync(
        OfficeApp app,
        Visitor visitor,
        string last,
        Func<Task> send
    )
    {
        var asked = new ConcurrentQueue<string>();
        var http = app.Services.GetRequiredService<IHttpContextAccessor>();
        var mark = $"{Guid.CreateVersion7()}";
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = query =>
            {
                if (
                    query.GetTagItem("db.query.text") is string sql
                    && http.HttpContext?.Request is { Method: "POST" } request
                    && request.Headers[Mark] == mark
                )
                    asked.Enqueue(sql);
            },
        };
        ActivitySource.AddActivityListener(listener);
        visitor.Http.DefaultRequestHeaders.Add(Mark, mark);
        await send();
        visitor.Http.DefaultRequestHeaders.Remove(Mark);
        // It is told when it has been read to the end, which may be after the answer is here.
        await Eventually.TrueAsync(() =>
            Task.FromResult(asked.Any(sql => sql.Contains(last, StringComparison.Ordinal)))
        );
        return [.. asked];
    }
}
