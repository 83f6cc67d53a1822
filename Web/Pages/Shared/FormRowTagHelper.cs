using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>Label, control, hint and the place for an error: the control inside is tied to them by its ids.</summary>
[HtmlTargetElement("form-row", Attributes = "for,label")]
public sealed class FormRowTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Page { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(FormRow)] = Row();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var row = Row();
        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute(
            "class",
            $"form-row {output.Attributes["class"]?.Value}".TrimEnd()
        );
        output.Content.AppendHtml(LabelFor(row)).AppendHtml(control);
        if (Hint is not null)
            output.Content.AppendHtml(Slot("p", "hint", row.HintId, Hint));
        var error = Slot("p", "error", row.ErrorId, row.Error ?? "");
        error.Attributes["data-error-for"] = row.Name;
        var warning = Slot("div", "warn-slot", row.Id + "-warning", "");
        warning.Attributes["data-warn-for"] = row.Name;
        output.Content.AppendHtml(error).AppendHtml(warning);
    }

    FormRow Row()
    {
        var name = Page.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var error = Page.ModelState.TryGetValue(name, out var entry)
            ? entry.Errors.FirstOrDefault()?.ErrorMessage
            : null;
        return new FormRow(name, id, Hint is not null, error);
    }

    TagBuilder LabelFor(FormRow row)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = row.Id } };
        label.InnerHtml.Append(Label);
        return label;
    }

    static TagBuilder Slot(string tag, string css, string id, string text)
    {
        var slot = new TagBuilder(tag) { Attributes = { ["class"] = css, ["id"] = id } };
        slot.InnerHtml.Append(text);
        return slot;
    }
}
