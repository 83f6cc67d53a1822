using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>
/// What a field was when the form was opened: also when the form is shown once more because something in it is wrong.
/// One that was posted without knowing it goes on by its version alone.
/// </summary>
[HtmlTargetElement("was", Attributes = "key", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WasTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public string Key { get; set; } = "";
    public string? Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = Page.HttpContext.Request;
        var name = Merging.WasName(Key);
        if (request.HasFormContentType && !request.Form.ContainsKey(name))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "input";
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", name);
        output.Attributes.SetAttribute(
            "value",
            request.HasFormContentType ? request.Form[name].ToString() : Now
        );
    }
}
