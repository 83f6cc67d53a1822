using Bunit;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class MomentTests : BunitContext
{
    [Fact]
    public void A_moment_is_the_same_instant_for_every_reader_and_readable_without_script()
    {
        var at = new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.FromHours(2));

        Render<Moment>(moment => moment.Add(m => m.At, at))
            .MarkupMatches(
                """<time datetime="2026-11-20T23:30:00Z" data-relative>20 Nov 2026, 23:30 UTC</time>"""
            );
    }
}
