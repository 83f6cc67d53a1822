namespace StaffDashboard.Data.Alarms;

/// <summary>When it opens, closes, opens again and is told: without a clock or a database of its own.</summary>
public partial class Alarm
{
    /// <summary>So long the rule must hold again, without a gap in what is known, before it is over.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(5);

    /// <summary>What breaks again so soon after it was over is the same alarm.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    /// <summary>Between two rounds of letters about one alarm. The second then tells what holds by then.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    public bool IsOpen => ClosedAt is null;
    public bool IsAcknowledged => AcknowledgedAt is not null;

    public TimeSpan Duration(DateTimeOffset now) => (ClosedAt ?? now) - OpenedAt;

    public static Alarm Open(
        string rule,
        string subject,
        double value,
        Limit limit,
        DateTimeOffset now,
        bool isSilent
    ) =>
        new()
        {
            Rule = rule,
            Subject = subject,
            OpenedAt = now,
            Value = value,
            Threshold = limit.Threshold,
            WasSilent = isSilent,
        };

    /// <summary>Another look was taken. Null: nobody knows, and what nobody knows ends no alarm.</summary>
    public void See(double? value, Limit limit, DateTimeOffset now)
    {
        if (value is not { } known)
            CalmSince = null;
        else if (limit.IsBrokenBy(known))
            Ring(known, now);
        else if (IsOpen && limit.IsKeptBy(known))
            Rest(now);
        else
            CalmSince = null;
    }

    /// <summary>Nobody watches this any more.</summary>
    public void Close(DateTimeOffset now) => (ClosedAt, CalmSince) = (ClosedAt ?? now, null);

    public void Acknowledge(Viewer by, DateTimeOffset now)
    {
        if (!IsOpen || IsAcknowledged)
            return;
        (AcknowledgedById, AcknowledgedBy, AcknowledgedAt) = (by.Id, by.Name, now);
    }

    /// <summary>Letters are due: what was last told no longer holds, and not too soon after it. What never was told needs no end.</summary>
    public bool MustBeTold(DateTimeOffset now) =>
        IsOpen != (ToldOpen ?? false) && (ToldAt is null || now - ToldAt >= Between);

    public void Tell(DateTimeOffset now) =>
        (ToldOpen, ToldAt, Tellings) = (IsOpen, now, Tellings + 1);

    void Ring(double value, DateTimeOffset now)
    {
        CalmSince = null;
        if (!IsOpen && now - ClosedAt < Again)
            ClosedAt = null;
        if (IsOpen)
            Value = Math.Max(Value, value);
    }

    void Rest(DateTimeOffset now)
    {
        CalmSince ??= now;
        if (now - CalmSince >= Calm)
            Close(now);
    }
}
