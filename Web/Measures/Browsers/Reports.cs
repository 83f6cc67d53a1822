using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>Where browsers report: once a minute, when their state changes, and when they leave.</summary>
static class Reports
{
    internal const string Address = "/measures";

    // What a browser is willing to send while its page is being closed.
    internal const int MostBytes = 64 * 1024;

    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        MaxDepth = 8,
    };

    static readonly ReportRules Rules = new();

    // No antiforgery token: a page that is being closed cannot send one. A foreign page is refused by its origin, and
    // could not send this kind of content without being asked.
    internal static async Task<IResult> TakeAsync(
        HttpContext context,
        Viewer viewer,
        ReportRateLimiter allowance,
        EventRateLimiter events,
        ReportWriter writer
    )
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (!allowance.Take(viewer.Id!.Value))
            return TooMany(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        Report? report;
        try
        {
            report = await JsonSerializer.DeserializeAsync<Report>(
                request.Body,
                Strict,
                context.RequestAborted
            );
        }
        catch (JsonException unreadable)
        {
            return Results.Problem(unreadable.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Results.StatusCode(tooLarge.StatusCode);
        }
        if (report is null || Rules.Validate(report) is { IsValid: false })
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        if (!events.Take(viewer.Id.Value, report.Events.Length))
            report = report with { Events = [] };
        return await writer.WriteAsync(
            report,
            viewer,
            BrowserWords.WithVersion(request.Headers.UserAgent.ToString()),
            context.RequestAborted
        )
            ? Results.NoContent()
            : Results.Conflict();
    }

    static IResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
