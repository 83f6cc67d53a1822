namespace StaffDashboard.Web.Jobs;

/// <summary>When a job runs: as a cron expression with seconds for Hangfire, and in words for people.</summary>
/// <param name="IsFrequent">More often than hourly: its history is short, and a failed run is not retried.</param>
public sealed record JobSchedule(string Cron, string Words, bool IsFrequent)
{
    public static JobSchedule EverySeconds(int step) =>
        new($"*/{step} * * * * *", $"Every {step} seconds", IsFrequent: true);

    public static JobSchedule EveryMinutes(int step, int minute = 0, int second = 0) =>
        new($"{second} {minute}/{step} * * * *", $"Every {step} minutes", IsFrequent: true);

    public static JobSchedule Hourly(int minute) =>
        new($"0 {minute} * * * *", $"Every hour, {minute} minutes past", IsFrequent: false);

    /// <summary>Once on the two days on which the clocks change, too.</summary>
    public static JobSchedule Daily(int hour, int minute) =>
        new($"0 {minute} {hour} * * *", $"Every day at {hour:00}:{minute:00}", IsFrequent: false);
}
