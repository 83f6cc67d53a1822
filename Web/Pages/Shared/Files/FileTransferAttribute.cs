using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using StaffDashboard.Data;
using StaffDashboard.Web.Pages.Shared.Troubles;

namespace StaffDashboard.Web.Pages.Shared.Files;

/// <summary>
/// A file takes as long as its reader's line does, and somebody can make that very long: few at once for each person,
/// and not slower than a poor telephone line.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class FileTransferAttribute : Attribute, IAsyncResourceFilter
{
    const string TooMany = "too-many-files";
    internal static readonly MinDataRate Slowest = new(4096, TimeSpan.FromSeconds(10));

    /// <summary>Of a page that shows something else when it is only looked at.</summary>
    public string Method { get; init; } = HttpMethods.Get;

    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        if (
            !HttpMethods.Equals(http.Request.Method, Method)
            || http.RequestServices.GetRequiredService<Viewer>().Id is not { } person
        )
        {
            await next();
            return;
        }
        using var lease = http.RequestServices.GetRequiredService<FileTransfers>().Begin(person);
        if (!lease.IsAcquired)
        {
            http.Response.Headers[Trouble.Header] = TooMany;
            http.Response.Headers.RetryAfter = "10";
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
            return;
        }
        // Of HTTP/2 Kestrel knows one rate for all that goes over a connection, and refuses another.
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
            SetRate(http.Features);
        await next();
    }

    static void SetRate(IFeatureCollection features)
    {
        if (features.Get<IHttpMinResponseDataRateFeature>() is { } sending)
            sending.MinDataRate = Slowest;
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } receiving)
            receiving.MinDataRate = Slowest;
    }
}
