namespace StaffDashboard.Data.Alarms;

/// <summary>Where trouble begins, and where it is over: not the same place, or a value on the edge would ring all day.</summary>
public sealed record Limit(double Threshold, bool IsReached = false)
{
    const double Clearly = 0.9;

    /// <summary>Over the threshold; where <see cref="IsReached"/>, also at it.</summary>
    public bool IsBrokenBy(double value) => IsReached ? value >= Threshold : value > Threshold;

    public bool IsKeptBy(double value) =>
        IsReached ? value < Threshold : value <= Threshold * Clearly;
}
