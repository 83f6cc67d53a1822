using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>Something that is done to many records at once.</summary>
/// <param name="Name">As the button sends it.</param>
public sealed record BulkCommand(string Name, Func<BulkRequest, Task<BulkResult>> RunAsync)
{
    /// <summary>What was chosen has been deleted since it was looked for.</summary>
    public string Gone { get; init; } = "What you chose no longer exists";
}

/// <param name="Form">What was sent along: the command's own fields.</param>
public sealed record BulkRequest(
    Office Office,
    Guid[] Ids,
    IFormCollection Form,
    TimeProvider Clock,
    CancellationToken Stop
)
{
    /// <summary>What stood in the list when each was picked; without script nothing is sent.</summary>
    public IEnumerable<(Guid Id, string[] Was)> Seen
    {
        get
        {
            foreach (var each in Form["Was"].Take(BulkLimits.Most))
                if (each?.Split(':') is [var id, .. var was] && Guid.TryParse(id, out var record))
                    yield return (record, was);
        }
    }
}

/// <summary>What was done, and why some were left as they were; or why nothing was tried.</summary>
/// <param name="Done">From a number, in words, of records: "Archived 3 people".</param>
/// <param name="Reason">Why one, or several, were left.</param>
public sealed record BulkResult(int Changed, Func<string, string> Done, Func<bool, string> Reason)
{
    public string? Problem { get; private init; }

    public static BulkResult Refused(string problem) =>
        new(0, _ => "", _ => "") { Problem = problem };
}

public static class BulkLimits
{
    public const int Most = 1000;
}
