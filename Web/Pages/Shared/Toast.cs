using System.Text.Json;
using Htmx;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>A word on what was done, with the way back, or to what was made, where there is one.</summary>
public sealed record Toast(
    string Text,
    string? Undo = null,
    string Kind = "good",
    string? Where = null
)
{
    public static Toast? From(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<Toast>(json, JsonSerializerOptions.Web);

    /// <summary>For the page that a redirect leads to.</summary>
    public void Keep(ITempDataDictionary tempData) =>
        tempData["Toast"] = JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>For an answer to htmx. Header values are ASCII: other letters are escaped.</summary>
    public void Show(HttpResponse response) =>
        response.Htmx(htmx =>
            htmx.WithTrigger(
                "toast",
                JsonSerializer.SerializeToElement(this, JsonSerializerOptions.Web)
            )
        );
}
