namespace StaffDashboard.Web.Jobs;

/// <param name="Id">How it is known to Hangfire, in addresses and in alarms; its queue has the same name.</param>
/// <param name="Title">What it does, in plain words.</param>
/// <param name="Schedule">When it runs, in the office's time zone.</param>
/// <param name="Type">The class that does the work: an <see cref="IJob"/>.</param>
public sealed record RecurringJob(string Id, string Title, JobSchedule Schedule, Type Type)
{
    /// <summary>A time at which no server was running is left out; otherwise it is made up for, once.</summary>
    public bool SkipsMissed { get; init; }

    /// <summary>Also whenever a server starts.</summary>
    public bool AtStart { get; init; }
}
