using Bunit;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class FaceTests : BunitContext
{
    [Theory]
    [InlineData("Amira Yilmaz", "AY")]
    [InlineData("  bea  van der  keller ", "BK")]
    [InlineData("Cher", "C")]
    [InlineData("Élodie Ångström", "ÉÅ")]
    [InlineData("", "")]
    public void A_face_shows_the_first_letters_of_the_first_and_the_last_name(
        string name,
        string initials
    )
    {
        Assert.Equal(
            initials,
            Render<Face>(face => face.Add(f => f.Name, name)).Find(".face").TextContent
        );
    }

    [Fact]
    public void Its_size_and_colour_are_classes()
    {
        var face = Render<Face>(face =>
            face.Add(f => f.Name, "A").Add(f => f.Size, "l").Add(f => f.Hue, 3)
        );
        Assert.Equal("face l hue-3", face.Find("span").ClassName);
    }

    [Fact]
    public void The_program_has_an_icon_in_place_of_initials()
    {
        var face = Render<Face>(face =>
            face.Add(f => f.Name, "The program").Add(f => f.IsProgram, true)
        );

        Assert.Empty(face.Find(".face").TextContent);
        Assert.NotNull(face.Find(".face svg"));
    }
}
