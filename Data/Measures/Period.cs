namespace StaffDashboard.Data.Measures;

/// <summary>How far back is looked. Each is compared with the one before it, at the same times of day.</summary>
public sealed record Period(
    string Key,
    string Words,
    string Before,
    TimeSpan Length,
    TimeSpan Step,
    TimeSpan Fine
)
{
    public static readonly Period Day = new(
        "24h",
        "24 hours",
        "the day before",
        TimeSpan.FromDays(1),
        TimeSpan.FromHours(1),
        TimeSpan.FromMinutes(10)
    );

    public static readonly Period Week = new(
        "7d",
        "7 days",
        "the week before",
        TimeSpan.FromDays(7),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(1)
    );

    public static readonly Period Month = new(
        "30d",
        "30 days",
        "the 30 days before",
        TimeSpan.FromDays(30),
        TimeSpan.FromDays(1),
        TimeSpan.FromHours(4)
    );

    public static IReadOnlyList<Period> All { get; } = [Day, Week, Month];

    public static Period Of(string? key) => All.FirstOrDefault(period => period.Key == key) ?? Day;

    public Stretch Until(DateTimeOffset now)
    {
        var from = now.UtcTicks - Length.Ticks;
        var whole = (from + Fine.Ticks - 1) / Fine.Ticks * Fine.Ticks;
        return new(new(whole, TimeSpan.Zero), now);
    }

    public Stretch BeforeThat(DateTimeOffset now) => Until(now).Earlier(Length);
}

/// <summary>From inclusive, until exclusive.</summary>
public sealed record Stretch(DateTimeOffset From, DateTimeOffset Until)
{
    public Stretch Earlier(TimeSpan by) => new(From - by, Until - by);

    /// <summary>The whole hours in it that are already rolled up; the rest is to be read by the minute.</summary>
    public Stretch HoursOf(DateTimeOffset? rolledUp)
    {
        var hour = TimeSpan.TicksPerHour;
        var first = new DateTimeOffset((From.UtcTicks + hour - 1) / hour * hour, TimeSpan.Zero);
        var last = new DateTimeOffset(Until.UtcTicks / hour * hour, TimeSpan.Zero);
        if (rolledUp is not { } end || end <= first || last <= first)
            return new(From, From);
        return new(first, end < last ? end : last);
    }

    /// <summary>Of such hours those that make whole days, as they are summed up (UTC).</summary>
    public Stretch WholeDays()
    {
        var day = TimeSpan.TicksPerDay;
        var first = new DateTimeOffset((From.UtcTicks + day - 1) / day * day, TimeSpan.Zero);
        var last = new DateTimeOffset(Until.UtcTicks / day * day, TimeSpan.Zero);
        return first < last ? new(first, last) : new(Until, Until);
    }
}
