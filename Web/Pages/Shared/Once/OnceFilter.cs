using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>
/// A request with a key has its effect once: the key is claimed in the transaction of the effect, so that both are
/// there or neither, even if the node dies in between. A repeat is answered as the first was; what was refused frees
/// its key. The one line that every page gets this by stands in Features.
/// </summary>
sealed class OnceFilter(
    Effect effect,
    SavedAnswers answers,
    SavedAnswerRateLimiter allowance,
    Viewer viewer
) : IAsyncResourceFilter, IAsyncPageFilter
{
    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        if (
            viewer.Id is not { } person
            || request.IsSafe()
            || Exempt.Covers(context.ActionDescriptor, request)
            || await Key.ReadAsync(request) is not { } text
        )
            await next();
        else if (!Key.TryParse(text, out var key))
            context.Result = new BadRequestResult();
        else
            await OnceAsync(context, next, await Asked.ReadAsync(person, key, request));
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!effect.IsOpen && IsExposed(context))
            Outcome.CannotBeSettled(context.HttpContext);
        var done = await next();
        if (
            done.Exception is DoneMeanwhile twin
            && await answers.FindAsync(twin.Asked) is { } found
        )
        {
            done.ExceptionHandled = true;
            done.Result = Repeat.Of(found);
        }
        if (!effect.IsOpen)
            return;
        var failed = done.Exception is not null && !done.ExceptionHandled;
        if (failed || StatusOf(done.Result, context.HttpContext.Response) >= 400)
            await effect.GiveUpAsync();
    }

    // What it does is done as it goes, and no repeat can find out. The error page comes after that.
    static bool IsExposed(PageHandlerExecutingContext context) =>
        !context.HttpContext.Request.IsSafe()
        && !Exempt.IsHarmless(context.ActionDescriptor)
        && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null;

    async Task OnceAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next,
        Asked asked
    )
    {
        // On a bad line the work is finished though nobody listens any more: the repeat finds the answer.
        context.HttpContext.RequestAborted = CancellationToken.None;
        while (!await effect.ClaimAsync(asked))
            if (await answers.FindAsync(asked) is { } found)
            {
                context.Result = Repeat.Of(found);
                return;
            }
        await AnswerAsync(context, next, asked);
    }

    async Task AnswerAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next,
        Asked asked
    )
    {
        var response = context.HttpContext.Response;
        var line = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            var done = await next();
            if (done.Exception is not null && !done.ExceptionHandled)
                return;
            await KeepAsync(context, body, asked);
        }
        finally
        {
            await effect.GiveUpAsync();
            response.Body = line;
        }
        body.Position = 0;
        await body.CopyToAsync(line);
    }

    async Task KeepAsync(ActionContext context, MemoryStream body, Asked asked)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode == StatusCodes.Status409Conflict)
            await RefuseAsync(context, body, asked);
        if (response.StatusCode >= 400)
            return;
        var answer = AnswerOf(response, body, asked);
        if (effect.IsOpen)
            await effect.SettleAsync(answer);
        // Committed by the handler itself, before there was an answer.
        else if (effect.IsSaved && answer is not null)
            response.OnCompleted(() => answers.KeepAsync(asked, answer));
    }

    // Of what is refused for what others did, a copy may still be on its way: it must not find the world changed back,
    // and do what its person was told was not done.
    async Task RefuseAsync(ActionContext context, MemoryStream body, Asked asked)
    {
        await effect.GiveUpAsync();
        var response = context.HttpContext.Response;
        if (
            await answers.RefuseAsync(asked, AnswerOf(response, body, asked))
            || await answers.FindAsync(asked) is not { } found
        )
            return;
        KeptAnswer.TakeBack(response);
        body.SetLength(0);
        await Repeat.Of(found).ExecuteResultAsync(context);
    }

    KeptAnswer? AnswerOf(HttpResponse response, MemoryStream body, Asked asked) =>
        KeptAnswer.Of(response, body) is { } answer && allowance.Covers(asked.Person, answer)
            ? answer
            : null;

    static int StatusOf(IActionResult? result, HttpResponse response) =>
        result switch
        {
            IStatusCodeActionResult { StatusCode: { } status } => status,
            PageResult { StatusCode: { } status } => status,
            ForbidResult => StatusCodes.Status403Forbidden,
            ChallengeResult => StatusCodes.Status401Unauthorized,
            _ => response.StatusCode,
        };
}
