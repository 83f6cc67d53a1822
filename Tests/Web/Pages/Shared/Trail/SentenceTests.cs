using Bunit;
using StaffDashboard.Data.Audit;
using StaffDashboard.Tests.Support;
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

    [Fact]
    public void A_renamed_actor_is_shown_by_the_current_name()
    {
        var renamed = By(Guid.CreateVersion7(), "Bea Keller") with { ActorThen = "Bea" };

        var actor = Render<Sentence>(s => s.Add(p => p.Line, renamed)).Find("strong");

        Assert.Equal("Bea Keller", actor.TextContent);
        Assert.Equal("Called Bea at that time", actor.GetAttribute("title"));
        Assert.False(actor.HasAttribute("class"));
    }

    [Fact]
    public void The_program_is_shown_as_no_user_can_be()
    {
        var sentence = Render<Sentence>(s => s.Add(p => p.Line, By(null, "The program")));

        Assert.Equal("The program", sentence.Find("strong.by-program").TextContent);
    }

    static TrailLine By(Guid? actor, string name) =>
        Line with
        {
            Entry = new AuditEntry().Put(nameof(AuditEntry.ActorId), actor),
            Actor = name,
        };
}
