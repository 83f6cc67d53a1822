namespace StaffDashboard.Web.Live;

/// <summary>So many at once, so many a second after that.</summary>
sealed class Allowance(int atOnce, double aSecond, TimeProvider time)
{
    double _left = atOnce;
    long _asOf = time.GetTimestamp();

    internal bool Take()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(atOnce, _left + time.GetElapsedTime(_asOf, now).TotalSeconds * aSecond);
        _asOf = now;
        if (_left < 1)
        {
            return false;
        }
        _left--;
        return true;
    }
}
