using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>Every form that is posted carries a key of its own, new at each rendering.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        key.Attributes["type"] = "hidden";
        key.Attributes["name"] = Key.Field;
        key.Attributes["value"] = Guid.CreateVersion7().ToString();
        output.PostContent.AppendHtml(key);
    }
}
