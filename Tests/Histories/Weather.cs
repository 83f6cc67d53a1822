using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>A line that goes and comes back by chance, in every way there is.</summary>
static class Weather
{
    public static async Task BlowAsync(Line line, Random chance, Func<Task> back, Task end)
    {
        while (!end.IsCompleted)
        {
            Strike(line, chance);
            await MomentAsync(chance.Next(10, 150), end);
            line.Mend();
            await back();
            await MomentAsync(chance.Next(10, 150), end);
        }
    }

    static void Strike(Line line, Random chance)
    {
        switch (chance.Next(4))
        {
            case 0:
                line.Cut();
                break;
            case 1:
                line.Delay(TimeSpan.FromMilliseconds(chance.Next(5, 120)));
                break;
            case 2:
                line.BlackHole();
                break;
            default:
                line.DropAnswers();
                break;
        }
    }

    // The moment is the chance itself: there is nothing to wait for.
    static Task<Task> MomentAsync(int milliseconds, Task end) =>
        Task.WhenAny(end, Task.Delay(milliseconds, TestContext.Current.CancellationToken));
}
