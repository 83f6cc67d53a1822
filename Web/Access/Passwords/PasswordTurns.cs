namespace StaffDashboard.Web.Access.Passwords;

/// <summary>
/// A password costs a core a tenth of a second on purpose. Whoever sends a hundred at once, right or wrong, has them
/// checked one after the other, and the other half of the cores goes on with the office's work.
/// </summary>
public sealed class PasswordTurns : IDisposable
{
    internal static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    readonly SemaphoreSlim turns = new(AtOnce);

    internal async Task<T> RunAsync<T>(Func<T> hash, CancellationToken stop)
    {
        await turns.WaitAsync(stop);
        try
        {
            return hash();
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();
}
