using Bunit;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

public class ImportCheckedTests : BunitContext
{
    [Fact]
    public void What_saving_will_do_is_counted_on_the_button()
    {
        var import = Lists.At(ImportState.Checked, added: 2, updated: 1);

        var save = Show(import).Find("button.primary");

        Assert.Equal("Save 3 people", save.TextContent);
        Assert.False(save.HasAttribute("disabled"));
        Assert.Equal(
            $"/team/import/{import.Id}?handler=Save",
            Show(import).Find("form").GetAttribute("action")
        );
    }

    [Fact]
    public void Rejected_lines_are_left_out_only_by_a_tick()
    {
        Assert.Single(
            Show(Lists.At(ImportState.Checked, added: 1, rejected: 1))
                .FindAll("input[name=leaveRejectedOut]")
        );
        Assert.Empty(
            Show(Lists.At(ImportState.Checked, added: 1)).FindAll("input[name=leaveRejectedOut]")
        );
    }

    [Fact]
    public void With_nobody_to_save_there_is_no_button_and_a_refusal_says_why()
    {
        var shown = Show(Lists.At(ImportState.Checked, rejected: 2), isRefused: true);

        Assert.DoesNotContain("Save", Buttons(shown), StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("input[name=leaveRejectedOut]"));
        Assert.Equal(
            "Nothing was saved: there is nobody to add or to update.",
            shown.Find(".summary-errors").TextContent
        );
    }

    [Fact]
    public void What_is_missing_where_nobody_can_be_saved_is_named_with_the_heading_looked_for()
    {
        var import = Lists.At(ImportState.Checked, rejected: 2);
        import.Mapping = ["Phone"];

        Assert.Equal(
            "Nothing to save: there is nobody to add or to update. No column of the file holds the name. The heading looked for is Name, or First name and Last name.",
            Show(import).Find(".banner").TextContent.Trim()
        );
        import.Mapping = ["Name", "Phone"];
        Assert.Equal(
            "Nothing to save: there is nobody to add or to update.",
            Show(import).Find(".banner").TextContent.Trim()
        );
    }

    [Fact]
    public void Another_kind_is_spoken_of_in_its_own_words()
    {
        var one = Show(Lists.At(ImportState.Checked, added: 1), pages: Lists.Firms);
        var none = Show(Lists.At(ImportState.Checked), isRefused: true, pages: Lists.Firms);

        Assert.Equal("Save 1 firm", one.Find("button.primary").TextContent);
        Assert.StartsWith(
            "/firms/import/",
            one.Find("form").GetAttribute("action"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Nothing was saved: there is no firm to add or to update.",
            none.Find(".summary-errors").TextContent
        );
        Assert.DoesNotContain("people", one.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_people_are_shown_as_they_will_be_and_stay_text()
    {
        var preview = new Preview(
            ["Name", "Phone"],
            [new(2, ImportAction.Update, [new("<b>Amira</b>"), new("+49 151")])],
            []
        );

        var row = Show(Lists.At(ImportState.Checked, updated: 1), preview).Find("tbody tr");

        Assert.Equal(
            ["2", "Updated", "<b>Amira</b>", "+49 151"],
            row.Children.Select(cell => cell.TextContent)
        );
    }

    [Fact]
    public void A_change_is_shown_with_the_old_and_the_new_value()
    {
        var preview = new Preview(
            ["Name", "Phone", "E-mail"],
            [
                new(
                    2,
                    ImportAction.Update,
                    [new("Amira"), new("+49 151", "+49 30"), new("a@b.test", "")]
                ),
            ],
            []
        );

        var row = Show(Lists.At(ImportState.Checked, updated: 1), preview).Find("tbody tr");

        Assert.Equal(
            [("+49 30", "+49 151"), ("none", "a@b.test")],
            row.QuerySelectorAll("del")
                .Zip(row.QuerySelectorAll("ins"), (was, now) => (was.TextContent, now.TextContent))
        );
        Assert.Empty(row.Children[2].QuerySelectorAll("del"));
    }

    static string Buttons(IRenderedComponent<ImportChecked> shown) =>
        string.Join(' ', shown.FindAll("button").Select(button => button.TextContent));

    IRenderedComponent<ImportChecked> Show(
        Import import,
        Preview? preview = null,
        bool isRefused = false,
        ImportPages? pages = null
    ) =>
        Render<ImportChecked>(p =>
            p.Add(i => i.Import, import)
                .Add(i => i.Pages, pages ?? Lists.Pages)
                .Add(i => i.Preview, preview ?? Lists.Nothing)
                .Add(i => i.Token, Lists.Token)
                .Add(i => i.IsRefused, isRefused)
        );
}
