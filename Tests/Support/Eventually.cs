namespace StaffDashboard.Tests.Support;

/// <summary>Waits for the thing meant, and fails with what was last seen when it does not come.</summary>
static class Eventually
{
    internal static async Task<T> GetAsync<T>(
        Func<Task<T>> ask,
        Func<Exception, bool> notYet,
        int seconds = 60
    )
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (notYet(e) && !patience.IsCancellationRequested)
            {
                await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    internal static Task TrueAsync(Func<Task<bool>> ask, int seconds = 60) =>
        GetAsync(
            async () =>
                await ask() ? true : throw new TimeoutException("It did not come true in time."),
            e => e is TimeoutException,
            seconds
        );

    internal static Task EqualAsync<T>(T wanted, Func<Task<T>> ask, int seconds = 60) =>
        GetAsync(
            async () =>
            {
                var seen = await ask();
                return Equals(seen, wanted)
                    ? seen
                    : throw new TimeoutException($"Wanted {wanted}, last seen: {seen}");
            },
            e => e is TimeoutException,
            seconds
        );
}
