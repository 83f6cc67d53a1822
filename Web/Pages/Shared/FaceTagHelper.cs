using Microsoft.AspNetCore.Razor.TagHelpers;

namespace StaffDashboard.Web.Pages.Shared;

[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FaceTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public string? Size { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"face {Size}".TrimEnd());
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(Initials.Of(Name));
    }
}
