using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public class CronWordsTests
{
    [Theory]
    [InlineData("0 0/5 * * * ?", "Every 5 minutes")]
    [InlineData("0 */5 * * * ?", "Every 5 minutes")]
    [InlineData("0 4/5 * * * ?", "Every 5 minutes")]
    [InlineData("0 * * * * ?", "Every minute")]
    [InlineData("0/30 * * * * ?", "Every 30 seconds")]
    [InlineData("0 0 * * * ?", "Every hour")]
    [InlineData("0 25 * * * ?", "Every hour, 25 minutes past")]
    [InlineData("0 10 0/6 * * ?", "Every 6 hours, 10 minutes past")]
    [InlineData("0 10 3 * * ?", "Every day at 03:10")]
    [InlineData("0 0 7 ? * MON", "Every Monday at 07:00")]
    [InlineData("0 0 7 ? * 1", "Every Sunday at 07:00")]
    [InlineData("0 0 7 1 * ?", "On day 1 of each month at 07:00")]
    [InlineData("0 0 7 ? 5 MON-FRI", "By the rule 0 0 7 ? 5 MON-FRI")]
    public void A_rule_reads_as_a_clerk_would_say_it(string cron, string words) =>
        Assert.Equal(words, CronWords.Of(cron));

    [Fact]
    public void Every_line_of_the_schedule_has_words() =>
        Assert.All(Schedule.Lines, line => Assert.DoesNotContain("rule", CronWords.Of(line.Cron)));
}
