using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Alarms;

/// <summary>
/// Something the program watches. Its limits are defaults that an Admin may change. What cannot be known has no value:
/// that is neither trouble nor peace.
/// </summary>
/// <param name="Name">In addresses, rows and figures.</param>
/// <param name="Label">What is wrong when it rings: "Saving is slow".</param>
/// <param name="Words">When it rings; {0} is the limit with its unit, {1} the time looked back.</param>
/// <param name="Unit">Written behind a value: "s", "%", "minutes".</param>
public abstract record AlarmKind(string Name, string Label, string Words, string Unit)
{
    public required double Threshold { get; init; }

    /// <summary>How far back is looked; 0 where only now counts.</summary>
    public int WindowMinutes { get; init; }

    /// <summary>Reaching the limit is enough: the third failure, not the fourth.</summary>
    public bool IsReached { get; init; }

    /// <summary>More than this is no sensible limit.</summary>
    public double Most { get; init; } = 1_000_000;

    public bool HasWindow => WindowMinutes > 0;

    public AlarmRule Default =>
        new()
        {
            Name = Name,
            Threshold = Threshold,
            WindowMinutes = WindowMinutes,
        };

    public Limit LimitOf(AlarmRule rule) => new(rule.Threshold, IsReached);

    public abstract Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop);
}

/// <summary>A value of one subject (a node, a job; empty where there is only one). Null: nobody knows.</summary>
public sealed record Measured(string Subject, double? Value)
{
    public static IReadOnlyList<Measured> Only(double? value) => [new("", value)];
}

/// <summary>One look at the office: as who, when, how far back, with which limit, on which clock.</summary>
public sealed record Look(
    Office Office,
    DateTimeOffset Now,
    int WindowMinutes,
    double Threshold,
    TimeZoneInfo Zone
)
{
    public DateTimeOffset From => Now.AddMinutes(-WindowMinutes);

    public async Task<double?> OneAsync(FormattableString sql, CancellationToken stop) =>
        await Office.Database.SqlQuery<double?>(sql).SingleAsync(stop);

    /// <summary>Columns "Subject" and "Value".</summary>
    public async Task<IReadOnlyList<Measured>> EachAsync(
        FormattableString sql,
        CancellationToken stop
    ) => await Office.Database.SqlQuery<Measured>(sql).ToListAsync(stop);
}
