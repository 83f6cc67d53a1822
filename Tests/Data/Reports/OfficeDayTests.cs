using System.Globalization;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Tests.Data.Reports;

public sealed class OfficeDayTests
{
    [Theory]
    [InlineData("2026-03-29", "02:30", "2026-03-29T03:00+02:00")]
    [InlineData("2026-03-29", "01:59", "2026-03-29T01:59+01:00")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T02:30+02:00")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T03:00+01:00")]
    [InlineData("2026-11-21", "07:00", "2026-11-21T07:00+01:00")]
    public void An_hour_that_is_skipped_or_comes_twice_is_one_moment(
        string day,
        string at,
        string moment
    ) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture),
            OfficeDay.MomentOf(
                DateOnly.Parse(day, CultureInfo.InvariantCulture),
                TimeOnly.Parse(at, CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")
            )
        );

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("UTC")]
    public void The_first_and_the_last_day_there_is_begin_within_time(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);

        var first = OfficeDay.StartOf(DateOnly.MinValue, zone).ToUniversalTime();
        var last = OfficeDay.MomentOf(DateOnly.MaxValue, TimeOnly.MaxValue, zone).ToUniversalTime();

        Assert.InRange(first.Year, 1, 1);
        Assert.InRange(last.Year, 9999, 9999);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/Asuncion")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Africa/Cairo")]
    public void Each_day_has_its_moment_once_and_days_follow_without_a_gap(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            var (start, end) = (
                OfficeDay.StartOf(day, zone),
                OfficeDay.StartOf(day.AddDays(1), zone)
            );
            Assert.InRange((end - start).TotalHours, 23, 25);
            Assert.Equal(day, OfficeDay.Of(start, zone));
            Assert.NotEqual(day, OfficeDay.Of(start.AddSeconds(-1), zone));
            for (var hour = 0; hour < 24; hour++)
            {
                var moment = OfficeDay.MomentOf(day, new TimeOnly(hour, 30), zone);
                Assert.True(moment >= start && moment < end, $"{day} {hour}:30 is {moment}");
            }
        }
    }
}
