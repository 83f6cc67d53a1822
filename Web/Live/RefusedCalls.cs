namespace StaffDashboard.Web.Live;

/// <summary>The refusals of one socket: the first in a minute is logged, and who goes on regardless loses the socket.</summary>
sealed class RefusedCalls(TimeProvider time)
{
    internal const int Most = 10;
    static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    long began;
    int count;

    internal bool IsTooOften => count > Most;

    /// <summary>True when it is the first one in a minute.</summary>
    internal bool Count()
    {
        if (count == 0 || time.GetElapsedTime(began) >= Within)
        {
            (began, count) = (time.GetTimestamp(), 0);
        }
        return ++count == 1;
    }
}
