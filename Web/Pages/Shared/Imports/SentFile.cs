using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>The file inside a form that is still arriving.</summary>
public sealed record SentFile(string Name, Stream Content)
{
    const string TokenField = "__RequestVerificationToken";
    const string TokenHeader = "RequestVerificationToken";

    /// <summary>Null when the form carries no valid token; it stands before the file, and so has come first.</summary>
    public static async Task<SentFile?> ReceiveAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        CancellationToken stop
    )
    {
        var file = await FindAsync(context.Request, stop);
        // Without the header the framework would look for the token in the body, which is half read.
        var isOurs =
            context.Request.Headers[TokenHeader].Count > 0
            && await antiforgery.IsRequestValidAsync(context);
        return isOurs ? file ?? new SentFile("", Stream.Null) : null;
    }

    static async Task<SentFile?> FindAsync(HttpRequest request, CancellationToken stop)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and < 200 } boundary
        )
            return null;
        var sections = new MultipartReader(boundary.Value!, request.Body);
        while (await sections.ReadNextSectionAsync(stop) is { } section)
        {
            if (section.AsFileSection() is { } file)
                return new(file.FileName, section.Body);
            if (section.AsFormDataSection() is { Name: TokenField } token)
                request.Headers[TokenHeader] = await token.GetValueAsync(stop);
        }
        return null;
    }
}
