using Bunit;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

public class ChooserFieldsTests : BunitContext
{
    static readonly Clash Phone = new(
        "Phone",
        "Phone",
        "+49 151 1",
        "+49 151 2",
        "+49 151 1",
        Choice.Undecided,
        "+49 151 1"
    )
    {
        By = "Tom Maier",
        At = new DateTimeOffset(2026, 11, 21, 2, 40, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Both_values_and_a_third_stand_beside_each_other_with_who_and_when()
    {
        var chooser = Draw(Phone);

        Assert.Equal(["+49 151 1", "+49 151 2"], chooser.FindAll(".side .value").Select(Text));
        Assert.Contains("Tom Maier", chooser.FindAll(".side small")[1].TextContent);
        Assert.Equal("2026-11-21T02:40:00Z", chooser.Find(".side time").GetAttribute("datetime"));
        Assert.Equal("mine", chooser.Find("input[type=radio][checked]").GetAttribute("value"));
        Assert.Equal(
            "Phone: something else",
            chooser.Find("input[name='Edited[Phone]']").GetAttribute("aria-label")
        );
    }

    [Fact]
    public void The_result_is_shown_before_it_is_saved_and_what_is_saved_with_it()
    {
        var chooser = Draw(
            Phone with
            {
                Choice = new(Choice.Edit, "+49 151 3"),
                Result = "+49 151 3",
            },
            ("E-mail", "amira@example.org")
        );

        Assert.Equal("edit", chooser.Find("input[type=radio][checked]").GetAttribute("value"));
        Assert.Equal(
            ["+49 151 3", "amira@example.org"],
            chooser.FindAll(".result dd").Select(Text)
        );
    }

    [Fact]
    public void Where_not_everything_may_be_typed_one_chooses_from_a_list()
    {
        var chooser = Draw(Phone with { Options = [("1", "red"), ("2", "blue")], Edited = "2" });

        Assert.Equal("blue", chooser.Find("select option[selected]").TextContent);
        Assert.Empty(chooser.FindAll("input[name='Edited[Phone]']"));
    }

    [Fact]
    public void What_is_wrong_with_something_else_is_said_beside_it()
    {
        var chooser = Draw(Phone with { Error = "Enter a phone." });

        var field = chooser.Find("input[aria-invalid=true]");
        Assert.Equal("Enter a phone.", chooser.Find("#Phone-chosen-error").TextContent);
        Assert.Equal("Phone-chosen-error", field.GetAttribute("aria-describedby"));
    }

    IRenderedComponent<ChooserFields> Draw(Clash clash, params (string, string)[] alsoSaved) =>
        Render<ChooserFields>(c =>
            c.Add(p => p.Chooser, new Chooser("Tom Maier", [clash]) { AlsoSaved = alsoSaved })
        );

    static string Text(AngleSharp.Dom.IElement element) => element.TextContent.Trim();
}
