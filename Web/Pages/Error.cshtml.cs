using System.Diagnostics;
using System.Globalization;
using Htmx;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Pages.Shared.Once;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Shared.Troubles;

namespace StaffDashboard.Web.Pages;

/// <summary>Re-executed by the error middleware with the method of the request that failed, hence no handler.</summary>
[
    AllowAnonymous,
    IgnoreAntiforgeryToken,
    ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)
]
public class ErrorModel : PageModel
{
    public int Code { get; private set; } = 500;
    public Trouble Trouble { get; private set; } = Trouble.Of("fault");
    public string Text { get; private set; } = "";
    public string? Reference { get; private set; }
    public string Address { get; private set; } = "/";

    /// <summary>Whose list is offered to go on with.</summary>
    public RecordPages Near { get; private set; } = RecordRegistry.All[0];

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var origin = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var code =
            DatabaseFailure.IsUnavailable(failure?.Error) ? 503
            : failure?.Error is DbUpdateConcurrencyException ? 409
            : origin is null && failure is null ? StatusCodes.Status404NotFound
            : AskedCode();
        Code = code is >= 400 and < 600 ? code : 500;
        var outcome = failure is null ? null : Outcome.CauseOf(HttpContext);
        if (outcome is Outcome.Unknown || (outcome is Outcome.Unsettled && code == 503))
            Response.Headers[Trouble.Header] = outcome;
        if (Code == 409 && failure is not null && outcome is not Outcome.Unknown)
        {
            Response.Headers[Trouble.Header] = Trouble.ConcurrentSave;
            // A script would take the page for the form with the choice.
            Response.Htmx(htmx => htmx.Reswap("none"));
        }
        var named = Response.Headers[Trouble.Header].ToString();
        Trouble = Trouble.Of(named.Length > 0 ? named : Trouble.CauseOf(Code));
        Text = HttpMethods.IsGet(Request.Method) ? Trouble.Reading ?? Trouble.Text : Trouble.Text;
        var address = failure?.Path ?? origin?.OriginalPath + origin?.OriginalQueryString;
        // "//elsewhere.example" is a path of ours to the server and another site to the browser.
        Address = Url.IsLocalUrl(address) ? address : "/";
        DescribeMissingRecord(failure?.Path ?? origin?.OriginalPath ?? "");
        if (Code >= 500 && Code != 503)
            Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        if (Code == 503)
            Response.Headers.RetryAfter = outcome == Outcome.Unknown ? "2" : "10";
        Response.StatusCode = Code;
    }

    // "/clients/0198…": no page is missing there, but a client.
    void DescribeMissingRecord(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (
            RecordRegistry.All.FirstOrDefault(pages => pages.Room == parts.FirstOrDefault())
            is not { } pages
        )
            return;
        Near = pages;
        if (
            Code != StatusCodes.Status404NotFound
            || !HttpMethods.IsGet(Request.Method)
            || parts is not ([_, _] or [_, _, "history" or "erase"])
            || !Guid.TryParse(parts[1], out _)
        )
            return;
        var word = pages.Type.Word;
        Trouble = Trouble with { Title = $"{word.Capitalized()} not found" };
        Text = $"This {word} does not exist, or was erased.";
    }

    int AskedCode() =>
        int.TryParse(
            RouteData.Values["code"]?.ToString(),
            CultureInfo.InvariantCulture,
            out var code
        )
            ? code
            : 500;
}
