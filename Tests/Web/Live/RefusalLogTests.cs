using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class RefusalLogTests
{
    [Fact]
    public void Each_may_log_so_many_lines_a_minute()
    {
        using var log = new RefusalLog();

        var bea = Enumerable.Range(0, 10_000).Count(_ => log.HasRoomFor("bea"));

        // The minute may end in between.
        Assert.InRange(bea, RefusalLog.AMinute, 2 * RefusalLog.AMinute);
        Assert.True(log.HasRoomFor("tom"));
    }

    [Fact]
    public void What_comes_again_in_the_same_words_is_said_once_a_minute()
    {
        using var log = new RefusalLog();

        Assert.True(log.IsFirst("bea"));
        Assert.InRange(Enumerable.Range(0, 1000).Count(_ => log.IsFirst("bea")), 0, 1);
        Assert.True(log.IsFirst("tom"));
        Assert.True(log.HasRoomFor("bea"));
    }
}
