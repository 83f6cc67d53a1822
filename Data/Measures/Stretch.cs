namespace StaffDashboard.Data.Measures;

/// <summary>From inclusive, until exclusive.</summary>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;

    public static Stretch Empty(DateTimeOffset at) => new(at, at);

    public Stretch Earlier(TimeSpan by) => new(From - by, Until - by);

    /// <summary>No whole hour lies in two steps.</summary>
    public bool IsCutByHours(TimeSpan step) =>
        step >= Length
        || (step.Ticks % TimeSpan.TicksPerHour == 0 && From.UtcTicks % TimeSpan.TicksPerHour == 0);

    /// <summary>The whole hours in it, up to when hours are summed up; the rest is to be read by the minute.</summary>
    public Stretch WholeHours(DateTimeOffset summedUp) =>
        Between(Up(From, Hour), Down(summedUp < Until ? summedUp : Until, Hour));

    /// <summary>Where hours are summed up as they go: when nothing lies behind its end, the one that runs is as good as whole.</summary>
    public Stretch HoursSoFar(DateTimeOffset now) =>
        Between(Up(From, Hour), now <= Until ? Up(Until, Hour) : Down(Until, Hour));

    /// <summary>Of such hours those that make whole days (UTC).</summary>
    public Stretch WholeDays() => Between(Up(From, Day), Down(Until, Day));

    const long Hour = TimeSpan.TicksPerHour;
    const long Day = TimeSpan.TicksPerDay;

    // An empty one lies at the end: what comes before it is read by what is finer.
    Stretch Between(DateTimeOffset first, DateTimeOffset last) =>
        first < last ? new(first, last) : Empty(Until);

    static DateTimeOffset Up(DateTimeOffset at, long ticks) =>
        new((at.UtcTicks + ticks - 1) / ticks * ticks, TimeSpan.Zero);

    static DateTimeOffset Down(DateTimeOffset at, long ticks) =>
        new(at.UtcTicks / ticks * ticks, TimeSpan.Zero);
}
