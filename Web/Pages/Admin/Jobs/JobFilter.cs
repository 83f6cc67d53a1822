using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>Which runs: all of it stands in the address.</summary>
public sealed class JobFilter
{
    /// <summary>What the list of jobs offers besides a job's name: also those that run many times an hour.</summary>
    public const string Everything = "all";

    public string? Job { get; set; }
    public JobOutcome? Outcome { get; set; }
    public string? Node { get; set; }

    /// <summary>Only runs begun before this one: it leads further down.</summary>
    public Guid? Before { get; set; }

    /// <summary>Good runs of a job that runs many times an hour bury all others.</summary>
    public bool HidesRoutine => string.IsNullOrEmpty(Job);

    public bool IsEmpty => Job is null && Outcome is null && Node is null;

    public string Address(Guid? before = null, bool alone = false) =>
        QueryHelpers.AddQueryString(
            JobLinks.Page,
            new KeyValuePair<string, string?>[]
            {
                new("job", Job),
                new("outcome", Outcome?.ToString()),
                new("node", Node),
                new("before", before?.ToString(null, CultureInfo.InvariantCulture)),
                new("part", alone ? "history" : null),
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    public JobFilter With(JobOutcome? outcome) =>
        new()
        {
            Job = Job,
            Outcome = outcome,
            Node = Node,
        };
}
