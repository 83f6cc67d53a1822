using Microsoft.AspNetCore.Mvc;

namespace StaffDashboard.Web.Live;

/// <summary>Answers a fragment alone, or 304 to whoever has this very one.</summary>
public sealed class FragmentResult(Fragment fragment) : ActionResult
{
    const string TagHeader = "HX-PTag";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var etag = $"\"{fragment.Tag}\"";
        response.Headers[TagHeader] = fragment.Tag;
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "private, no-cache";
        if (PassFor(context.HttpContext) is { } pass)
        {
            response.Headers[PushedFragments.Header] = pass;
        }
        // The same address answers a whole page to a browser and a fragment to htmx, to each person their own.
        response.Headers.Vary = "Cookie, HX-Request, HX-PTag";
        if (ShownCheck.Answer(context.HttpContext, fragment))
        {
            return;
        }
        if (request.Headers[TagHeader] == fragment.Tag || request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = fragment.Utf8.Length;
        await response.Body.WriteAsync(fragment.Utf8, context.HttpContext.RequestAborted);
    }

    static string? PassFor(HttpContext request) =>
        request.RequestServices?.GetService<PushedFragments>()?.PassFor(request);
}
