using Microsoft.AspNetCore.Razor.TagHelpers;

namespace StaffDashboard.Web.Pages.Shared;

[HtmlTargetElement("input", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select")]
[HtmlTargetElement("textarea")]
public sealed class FormControlTagHelper : TagHelper
{
    // After asp-for, which writes the id.
    public override int Order => 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FormRow), out var found) || found is not FormRow row)
            return;
        if (!output.Attributes.ContainsName("id"))
            output.Attributes.SetAttribute("id", row.Id);
        output.Attributes.SetAttribute("aria-describedby", row.DescribedBy);
        if (row.Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }
}
