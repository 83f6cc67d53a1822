using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace StaffDashboard.Tests.Support;

/// <summary>What one request asks the database, in turn. All programs of this process are heard: one field of the form tells it from the rest.</summary>
static class Statements
{
    internal static async Task<IReadOnlyList<string>> OfAsync(
        OfficeApp app,
        (string Name, string Value) field,
        string last,
        Func<Task> send
    )
    {
        var asked = new ConcurrentQueue<string>();
        var http = app.Services.GetRequiredService<IHttpContextAccessor>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = query =>
            {
                if (
                    query.GetTagItem("db.query.text") is string sql
                    && http.HttpContext?.Request
                        is { Method: "POST", HasFormContentType: true } request
                    && request.Form[field.Name] == field.Value
                )
                    asked.Enqueue(sql);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await send();
        // It is told when it has been read to the end, which may be after the answer is here.
        await Eventually.TrueAsync(() =>
            Task.FromResult(asked.Any(sql => sql.Contains(last, StringComparison.Ordinal)))
        );
        return [.. asked];
    }
}
