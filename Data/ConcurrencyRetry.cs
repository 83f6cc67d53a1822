using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data;

/// <summary>What to do when somebody else saved the same row between our reading and our writing.</summary>
public static class ConcurrencyRetry
{
    const int Attempts = 5;

    /// <summary>
    /// For a command, such as archiving: it holds whatever the row says by now. All of it is done again from the start,
    /// reading included, as what was read is not what is stored any more. The last failure is thrown.
    /// </summary>
    /// <param name="wait">Waits for one's turn from the second time on, instead of losing it again and again.</param>
    public static async Task<T> RetryAsync<T>(
        this Office office,
        Func<Task<T>> attempt,
        Func<Task>? wait = null
    )
    {
        for (var number = 1; ; number++)
        {
            office.ChangeTracker.Clear();
            if (number > 1 && wait is not null)
                await wait();
            try
            {
                return await attempt();
            }
            catch (DbUpdateConcurrencyException) when (number < Attempts) { }
        }
    }
}
