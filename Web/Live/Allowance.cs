namespace StaffDashboard.Web.Live;

/// <summary>So many at once, so many a second after that.</summary>
sealed class Allowance(int atOnce, double aSecond, TimeProvider time)
{
    double left = atOnce;
    long asOf = time.GetTimestamp();

    internal bool Take()
    {
        var now = time.GetTimestamp();
        left = Math.Min(atOnce, left + time.GetElapsedTime(asOf, now).TotalSeconds * aSecond);
        asOf = now;
        if (left < 1)
        {
            return false;
        }
        left--;
        return true;
    }
}
