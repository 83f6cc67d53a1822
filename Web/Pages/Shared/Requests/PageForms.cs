using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using StaffDashboard.Web.Pages.Shared.Troubles;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// The one place where forms are read: of a kind, in letters and of a size that browsers send, and text. Whoever reads
/// one further on finds it read.
/// </summary>
sealed class PageForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var page = UnsafePage.Of(context) is null ? null : context.GetEndpoint();
        if (page is null || page.Metadata.GetMetadata<StreamedBodyAttribute>() is not null)
            await next(context);
        else if (await RefusalAsync(context, FormLimits.Of(page)) is { } status)
            Refuse(context.Response, status);
        else
            await next(context);
    }

    static async Task<int?> RefusalAsync(HttpContext context, FormLimits limits)
    {
        var request = context.Request;
        if (!IsForm(request, limits))
            return StatusCodes.Status415UnsupportedMediaType;
        if (request.ContentLength > limits.Bytes)
            return StatusCodes.Status413PayloadTooLarge;
        // Of one that does not say beforehand how long it is.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limits.Bytes;
        context.Features.Set<IFormFeature>(new FormFeature(request, limits.Options));
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            if (!CleanValues.AreClean(form))
                request.Form = new FormCollection(CleanValues.Of(form), form.Files);
            return null;
        }
        catch (BadHttpRequestException large)
            when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return large.StatusCode;
        }
        // A part of it in letters that nobody reads any more.
        catch (NotSupportedException)
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }
    }

    static bool IsForm(HttpRequest request, FormLimits limits) =>
        request.HasFormContentType
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (
            limits.TakesParts
            || !type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        )
        && (
            type.Charset.Length == 0
            || HeaderUtilities
                .RemoveQuotes(type.Charset)
                .Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        );

    static void Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Headers[Trouble.Header] =
            status == StatusCodes.Status413PayloadTooLarge ? Trouble.LongForm : Trouble.NoForm;
    }
}
