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
    }
}
