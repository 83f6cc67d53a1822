using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data;

public class CleanTextTests
{
    // What breaks text: NUL, halves of emojis, what is no character, marks, a mark that becomes two, a letter of three.
    const string Odd =
        "\0\uD83D\uDE00\uFFFE\uFFFF\uFDD0\u0301\u0323\u0344\u1EA5\u1100\u1161 \n\u200B";

    static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements(Odd.ToCharArray()),
            Gen.Choose(0, char.MaxValue).Select(code => (char)code)
        )
        .ArrayOf()
        .Select(letters => new string(letters))
        .ToArbitrary();

    [Fact]
    public void Whatever_is_typed_becomes_text_that_can_be_stored() =>
        Given.Any(Texts, text => StorableText.IsStorable(CleanText.Of(text)));

    [Fact]
    public void What_is_clean_stays_as_it_is() =>
        Given.Any(Texts, text => CleanText.Of(CleanText.Of(text)) == CleanText.Of(text));

    [Fact]
    public void A_beginning_has_the_length_asked_for_and_no_half_character_at_its_end() =>
        Given.Any(
            Texts
                .Generator.Select(CleanText.Of)
                .Select(text => text.Replace("\uFFFD", "👋"))
                .ToArbitrary(),
            text =>
                CleanText.Beginning(text, 3) is { Length: <= 3 } start
                && !start.Contains('\uFFFD', StringComparison.Ordinal)
        );

    [Fact]
    public void What_is_not_text_is_left_out_and_everything_else_stays()
    {
        Assert.Equal("Ańna", CleanText.Of("  An\u0301na "));
        Assert.Equal("Anna", CleanText.Of("An\0n\uFFFEa\uFDD0 "));
        Assert.Equal("Ann\uFFFD", CleanText.Of("Ann\uD83D"));
        Assert.Equal("👋", CleanText.Of("\U0001FFFE👋\U0010FFFF"));
        const string family = "👩‍👩‍👧 สวัสดี Đỗ";
        Assert.Equal(family, CleanText.Of(family));
    }

    // In time with the square of its length it would take half an hour.
    [Fact]
    public async Task A_mountain_of_marks_takes_no_longer_than_as_many_letters()
    {
        var typed = new StringBuilder("a");
        typed.Append('\u0301', 500_000).Append('\u0323', 500_000);

        var clean = await Task.Run(() => CleanText.Of(typed.ToString()))
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal("á" + new string('\u0301', 29), clean);
    }
}
