using StaffDashboard.Data;

namespace StaffDashboard.Web.Hosting;

static class Starting
{
    /// <summary>What cannot start says so in one line, and tells the caller by its exit code.</summary>
    internal static async Task<int> GuardAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (StartRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message.ReplaceLineEndings(" "));
            return refused.ExitCode;
        }
        // Also of a database that was there when it was looked for and then went away.
        catch (Exception lost)
            when (lost is not OperationCanceledException && DatabaseFailure.IsUnavailable(lost))
        {
            await Console.Error.WriteLineAsync(
                $"The database does not answer: {lost.Message.ReplaceLineEndings(" ")}"
            );
            return StartRefused.Unavailable;
        }
    }
}
