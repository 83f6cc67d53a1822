using System.Globalization;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

static class JobWords
{
    internal static string Of(JobOutcome outcome) =>
        outcome switch
        {
            JobOutcome.Running => "Running",
            JobOutcome.Done => "Done",
            JobOutcome.Failed => "Failed",
            _ => "Lost",
        };

    internal static string Tone(JobOutcome outcome) =>
        outcome switch
        {
            JobOutcome.Running => "waiting",
            JobOutcome.Done => "good",
            JobOutcome.Failed => "bad",
            _ => "attention",
        };

    internal static string Duration(JobRun run) =>
        run.EndedAt is not { } end
            ? ""
            : (end - run.StartedAt).TotalMilliseconds switch
            {
                < 1000 and var ms => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Math.Max(ms, 1):0} ms"
                ),
                < 120_000 and var ms => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ms / 1000:0.0} s"
                ),
                var ms => string.Create(CultureInfo.InvariantCulture, $"{ms / 60_000:0} min"),
            };

    internal static string Does(string job) => Schedule.Find(job)?.Does ?? job;

    internal static string Remark(JobRun run) =>
        run is { Remark.Length: 0, Outcome: JobOutcome.Done } ? "Nothing to say" : run.Remark;
}
