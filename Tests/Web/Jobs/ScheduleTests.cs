using System.Globalization;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public class ScheduleTests
{
    [Fact]
    public void Every_line_names_work_that_can_be_done()
    {
        Assert.Equal(
            Schedule.Lines.Length,
            Schedule.Lines.Select(line => line.Name).Distinct().Count()
        );
        Assert.All(Schedule.Lines, line => Assert.True(line.Work.IsAssignableTo(typeof(IWork))));
        // An order names its job in one word.
        Assert.All(Schedule.Lines, line => Assert.Matches("^[a-z-]+$", line.Name));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void What_comes_once_a_day_comes_once_on_each_day_also_when_the_clocks_change(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var quarter = 0; quarter < 5 * 4; quarter++)
        {
            var cron = string.Create(
                CultureInfo.InvariantCulture,
                $"0 {quarter % 4 * 15} {quarter / 4} * * ?"
            );
            var days = Days(new Recurring("daily", "", cron, typeof(IWork)), zone).ToList();

            Assert.Equal(days.Distinct(), days);
            Assert.Equal(365, days.Count);
        }
    }

    [Fact]
    public void What_comes_every_half_hour_leaves_none_out_and_none_twice_when_the_clocks_change()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var line = new Recurring("often", "", "0 0/30 * * * ?", typeof(IWork));
        var moment = new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 30; i++)
        {
            var next = line.NextAfter(moment, zone)!.Value;

            Assert.Equal(TimeSpan.FromMinutes(30), next - moment);
            moment = next;
        }
    }

    static IEnumerable<DateOnly> Days(Recurring line, TimeZoneInfo zone)
    {
        var midnight = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var moment = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).AddSeconds(-1);
        while (true)
        {
            moment = line.NextAfter(moment, zone)!.Value;
            var local = TimeZoneInfo.ConvertTime(moment, zone);
            if (local.Year > 2026)
                yield break;
            yield return DateOnly.FromDateTime(local.DateTime);
        }
    }
}
