using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class ShownTextTests
{
    // Tests/wwwroot/shown.test.mjs holds the browser's half to this value.
    const string Print = "ce712c512fb731274ac7ac01";

    [Theory]
    [InlineData("<h2>Notes</h2> <p>Speaks French &amp; German</p>")]
    [InlineData(
        "<h2 title=\"a &gt; b\">Notes</h2>\n<p>Speaks <!-- quietly --> French\n&#38; German</p>"
    )]
    [InlineData(
        "<h2>Notes<time datetime=\"x\">3 minutes ago</time></h2>Speaks French &amp; German"
    )]
    [InlineData(
        "<template><b>hidden</b></template>Notes Speaks French & German<noscript><a>x</a></noscript>"
    )]
    public void Only_what_a_reader_sees_counts(string html) =>
        Assert.Equal(Print, ShownText.HashOf(html));

    [Fact]
    public void Another_word_is_another_print() =>
        Assert.NotEqual(Print, ShownText.HashOf("Notes Speaks Dutch & German"));
}
