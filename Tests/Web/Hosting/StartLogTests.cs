using Microsoft.Extensions.Logging;
using StaffDashboard.Web.Hosting;

namespace StaffDashboard.Tests.Web.Hosting;

public class StartLogTests
{
    [Theory]
    [InlineData(LogLevel.Information, false, false)]
    [InlineData(LogLevel.Warning, true, true)]
    [InlineData(LogLevel.Critical, false, true)]
    public void Why_it_cannot_start_is_said_once_and_what_breaks_later_always(
        LogLevel level,
        bool atStart,
        bool later
    )
    {
        var log = new StartLog();

        Assert.Equal(atStart, log.MayLog(level));
        log.IsOver = true;
        Assert.Equal(later, log.MayLog(level));
    }
}
