namespace StaffDashboard.Web.Jobs;

/// <summary>
/// Work that recurs. It may run twice, after a crash or because somebody pressed the button: the second time must do
/// no harm. An exception means that it failed.
/// </summary>
public interface IJob
{
    /// <returns>What was done, in plain words: "Deleted 12 sessions". It is shown as the outcome.</returns>
    Task<string> RunAsync(CancellationToken stop);
}
