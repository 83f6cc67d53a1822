using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using StaffDashboard.Data;
using StaffDashboard.Web.Pages.Shared.Confirmation;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>Asks for the password once the name of the record was typed as it is.</summary>
sealed class ConfirmErasureAttribute : ConfirmPasswordAttribute
{
    public static bool IsName(string? typed, string name) =>
        CleanText.Of(typed ?? "").Equals(name, StringComparison.OrdinalIgnoreCase);

    protected override async Task<bool> IsInOrderAsync(
        AuthorizationFilterContext context,
        IFormCollection form
    )
    {
        var http = context.HttpContext;
        var type = http.GetEndpoint()!.Metadata.GetRequiredMetadata<RecordPages>().Type;
        var id = Guid.Parse($"{http.GetRouteValue("id")}", CultureInfo.InvariantCulture);
        var office = http.RequestServices.GetRequiredService<Office>();
        return await type.ReadAsync(office, id, http.RequestAborted) is { } record
            && IsName(form[nameof(EraseModel.Confirmation)], record.Name);
    }
}
