namespace StaffDashboard.Web.Jobs;

/// <summary>
/// Work that recurs. It may be done twice, after a crash or by a hand that presses the button: the second time must
/// do no harm. An exception means that it failed.
/// </summary>
public interface IWork
{
    /// <returns>What was done, in a clerk's words: "12 sessions forgotten". It stands in the history.</returns>
    Task<string> DoAsync(CancellationToken stop);
}
