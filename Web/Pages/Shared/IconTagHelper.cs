using Microsoft.AspNetCore.Razor.TagHelpers;
using StaffDashboard.Web.Assets;

namespace StaffDashboard.Web.Pages.Shared;

[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output
            .Content.AppendHtml("<use href=\"")
            .Append(AssetUrl.ForIcon(Name))
            .AppendHtml("\"></use>");
    }
}
