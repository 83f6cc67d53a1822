using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public class RecurringJobsTests
{
    [Fact]
    public void Every_job_names_work_that_can_be_done()
    {
        Assert.Equal(RecurringJobs.All, RecurringJobs.All.DistinctBy(job => job.Id));
        Assert.All(RecurringJobs.All, job => Assert.True(job.Type.IsAssignableTo(typeof(IJob))));
        // An order names its job in one word, and so does the job's queue.
        Assert.All(RecurringJobs.All, job => Assert.Matches("^[a-z-]+$", job.Id));
    }

    public static TheoryData<JobSchedule, string, string> Schedules =>
        new()
        {
            { JobSchedule.EverySeconds(30), "*/30 * * * * *", "Every 30 seconds" },
            { JobSchedule.EveryMinutes(5), "0 0/5 * * * *", "Every 5 minutes" },
            { JobSchedule.EveryMinutes(5, 4, 30), "30 4/5 * * * *", "Every 5 minutes" },
            { JobSchedule.Hourly(25), "0 25 * * * *", "Every hour, 25 minutes past" },
            { JobSchedule.Daily(3, 10), "0 10 3 * * *", "Every day at 03:10" },
        };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_says_the_same_to_Hangfire_and_to_people(
        JobSchedule schedule,
        string cron,
        string words
    ) => Assert.Equal((cron, words), (schedule.Cron, schedule.Words));
}
