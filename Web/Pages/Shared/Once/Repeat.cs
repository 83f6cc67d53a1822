using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using StaffDashboard.Web.Pages.Shared.Troubles;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>What somebody is answered who sends the same again.</summary>
static class Repeat
{
    public static IActionResult Of(SavedAnswers.Found found) =>
        found is { IsRefused: true, IsSame: false } or { IsRefused: true, Answer: null }
            ? new StillRefused()
        : !found.IsSame ? new KeyReused()
        : found.Answer is { } answer ? new SameAnswer(answer)
        : new AlreadySaved();

    sealed class SameAnswer(KeptAnswer answer) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                response.Headers[name] = value;
            response.Headers[Key.Replayed] = "true";
            if (answer.Body.Length == 0)
                return;
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body);
        }
    }

    /// <summary>What was asked then is not known any more.</summary>
    sealed class StillRefused : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.StatusCode = StatusCodes.Status409Conflict;
            response.Headers[Key.Replayed] = "true";
            response.Htmx(htmx => htmx.Reswap("none"));
        }
    }

    /// <summary>The node died between saving and saying so. What is there now is on the page.</summary>
    sealed class AlreadySaved : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
            var kept = context
                .HttpContext.RequestServices.GetRequiredService<ITempDataDictionaryFactory>()
                .GetTempData(context.HttpContext);
            new Toast("This was already saved.").Keep(kept);
            kept.Save();
            response.Headers[Key.Replayed] = "true";
            if (request.IsHtmx())
                response.Htmx(htmx => htmx.Refresh());
            else
                response.Redirect(Back(request));
        }

        static string Back(HttpRequest request) =>
            Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
            && from.Authority == request.Host.Value
                ? from.PathAndQuery
                : "/";
    }

    sealed class KeyReused : ActionResult
    {
        public override void ExecuteResult(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            response.Headers[Trouble.Header] = Trouble.KeyReused;
            // The words are not to take the place of the form.
            response.Htmx(htmx => htmx.Reswap("none"));
        }
    }
}
