using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Web.Pages.Shared.Confirmation;

/// <summary>
/// Every form of this page asks for the password first, unless it was typed a moment ago. The form is carried along,
/// so that nothing has to be entered again. For forms that are sent without htmx: the answer is a page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class ConfirmPasswordAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public const string Field = "__Password";

    // After the antiforgery token, and before the key of the form is looked at: no trace of a password is kept there.
    public int Order => 2000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        if (request.IsSafe())
            return;
        var confirmation = http.RequestServices.GetRequiredService<PasswordConfirmation>();
        var form = request.HasFormContentType
            ? await request.ReadFormAsync()
            : FormCollection.Empty;
        if (!await IsInOrderAsync(context, form))
        {
            // Whatever the page finds by itself a moment later: nothing may be done without the password.
            http.Items[typeof(ConfirmPasswordAttribute)] = true;
            request.Form = new FormCollection(Without(form), form.Files);
            return;
        }
        if (form[Field].ToString() is not { Length: > 0 } typed)
        {
            if (!confirmation.IsRecent(http))
                context.Result = Ask(context, form, null);
            return;
        }
        var knock = await confirmation.CheckAsync(typed, http.RequestAborted);
        if (!knock.IsLetIn)
        {
            context.Result = Refuse(context, form, knock.Wait);
            return;
        }
        confirmation.Remember(http);
        request.Form = new FormCollection(Without(form), form.Files);
    }

    /// <summary>Whether the page was let in to say what is wrong with its form, and to do nothing.</summary>
    public static bool IsUnconfirmed(HttpContext http) =>
        http.Items.ContainsKey(typeof(ConfirmPasswordAttribute));

    /// <summary>What the page will refuse anyway is not worth a password.</summary>
    protected virtual Task<bool> IsInOrderAsync(
        AuthorizationFilterContext context,
        IFormCollection form
    ) => Task.FromResult(true);

    static ViewResult Refuse(
        AuthorizationFilterContext context,
        IFormCollection form,
        TimeSpan wait
    )
    {
        if (wait <= TimeSpan.Zero)
            return Ask(context, form, "This is not your password.");
        var refused = Ask(context, form, TooManyAttempts.Say(context.HttpContext.Response, wait));
        refused.StatusCode = StatusCodes.Status429TooManyRequests;
        return refused;
    }

    static ViewResult Ask(AuthorizationFilterContext context, IFormCollection form, string? problem)
    {
        var request = context.HttpContext.Request;
        var metadata =
            context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
        return new()
        {
            ViewName = "/Pages/Shared/Confirmation/ConfirmPassword.cshtml",
            StatusCode = StatusCodes.Status422UnprocessableEntity,
            ViewData = new ViewDataDictionary<ConfirmPasswordView>(metadata, new())
            {
                Model = new(
                    request.Path + request.QueryString,
                    request.Path,
                    [
                        .. form.Where(field =>
                                !field.Key.StartsWith("__", StringComparison.Ordinal)
                            )
                            .SelectMany(field =>
                                field.Value.Select(value => (field.Key, value ?? ""))
                            ),
                    ],
                    problem
                ),
            },
        };
    }

    static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Without(
        IFormCollection form
    ) =>
        form.Where(field => !field.Key.Equals(Field, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                field => field.Key,
                field => field.Value,
                StringComparer.OrdinalIgnoreCase
            );
}
