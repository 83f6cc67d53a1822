using System.Globalization;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

static class JobWords
{
    internal static string Tone(JobOutcome outcome) => outcome is JobOutcome.Done ? "good" : "bad";

    internal static string Duration(JobRun run) =>
        (run.EndedAt - run.StartedAt).TotalMilliseconds switch
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
}
