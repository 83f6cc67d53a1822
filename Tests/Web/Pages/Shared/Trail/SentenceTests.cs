using Bunit;
using StaffDashboard.Data.Audit;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Tests.Web.Pages.Shared.Trail;

public class SentenceTests : BunitContext
{
    static readonly TrailLine Line = new(
        new AuditEntry(),
        "Bea",
        "Amira",
        [],
        [new("opening_hours", "hours", TrailFactKind.Changed, "12", "14.5")]
    );

    [Fact]
    public void Who_what_was_and_what_is_are_told_apart()
    {
        var sentence = Render<Sentence>(s => s.Add(p => p.Line, Line).Add(p => p.Href, "/x"));

        Assert.Equal("Bea", sentence.Find("strong").TextContent);
        Assert.Equal("12", sentence.Find("del").TextContent);
        Assert.Equal("14.5", sentence.Find("ins").TextContent);
        Assert.Equal("Amira", sentence.Find("a[href='/x']").TextContent);
    }

    [Fact]
    public void A_subject_without_an_address_is_no_link()
    {
        var sentence = Render<Sentence>(s => s.Add(p => p.Line, Line));

        Assert.Empty(sentence.FindAll("a"));
        Assert.Equal(["Bea", "Amira"], sentence.FindAll("strong").Select(s => s.TextContent));
    }
}
