using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>All that the top of the page is made of, read at one moment.</summary>
public sealed record HealthView(
    DateTimeOffset At,
    IReadOnlyList<NodeReading> Nodes,
    OpenPages Pages,
    Totals Now,
    Totals Before,
    Totals Recent,
    Counts Contradictions,
    int OpenAlarms
)
{
    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public bool IsKnown => Nodes.Any(node => node.IsBeating);

    public bool IsFresh => Nodes.Count == 0 && Now.IsEmpty && Before.IsEmpty && Pages.People == 0;

    public DateTimeOffset? LastHeartbeat =>
        Nodes.Count == 0 ? null : Nodes.Max(node => node.HeartbeatAt);

    public static async Task<HealthView> ReadAsync(
        Office office,
        HealthFilter filter,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var (period, node) = (filter.Period, filter.Node);
        var (stretch, before) = (period.Until(now), period.BeforeThat(now));
        var recent = new Stretch(now - Quarter, now);
        string[] lately = [Figure.Seen, Figure.Confirmed, Figure.Failed];
        await using var connection = await office.HoldConnectionAsync(stop);
        return new(
            now,
            await NodeReading.AllAsync(office, stop),
            await OpenPages.ReadAsync(office, now, node, stop),
            await office.TotalsAsync(HealthFigures.Names, stretch, period.Step, node, stop),
            await office.TotalsAsync(HealthFigures.Names, before, before.Length, node, stop),
            await office.TotalsAsync(lately, recent, Quarter, node, stop),
            await Counts.ReadAsync(office, period, now, stop),
            await office.Alarms.CountAsync(alarm => alarm.ClosedAt == null, stop)
        );
    }

    public HealthFacts Facts() =>
        new()
        {
            IsKnown = IsKnown || IsFresh,
            LastKnown = LastHeartbeat,
            IsFresh = IsFresh,
            Live =
                Pages.In("live") + Pages.In("poor") + Pages.In("polling") + Pages.In("connecting"),
            NotLive = Pages.In("poor") + Pages.In("polling"),
            Offline = Pages.In("offline"),
            Silent = Pages.In("silent"),
            SilentNodes = Nodes.Count(node => !node.IsBeating),
            Waiting = Pages.Waiting,
            OldestWaiting = Pages.OldestWaiting is { } oldest ? At - oldest : TimeSpan.Zero,
            SeenMs = Recent.Mean(Figure.Seen),
            LagMs = Nodes.Select(node => (double?)node.LagMs).Max(),
            Saves = Recent.Count(Figure.Confirmed),
            Failed = SaveFailures.Count(Recent),
            Contradictions = Contradictions.Lately,
            Alarms = OpenAlarms,
        };
}

/// <summary>How many contradictions were found: in the period by step, in the one before it, and just now.</summary>
public sealed record Counts(
    IReadOnlyList<(DateTimeOffset At, long Count)> Steps,
    long Before,
    long Lately
)
{
    public static readonly Counts None = new([], 0, 0);

    public long Now => Steps.Sum(step => step.Count);

    public static async Task<Counts> ReadAsync(
        Office office,
        Period period,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var lately = new Stretch(now - TimeSpan.FromMinutes(15), now);
        var steps = await StepsAsync(period.Until(now), period.Step);
        var before = await StepsAsync(period.BeforeThat(now), period.Length);
        var late = await StepsAsync(lately, TimeSpan.FromMinutes(15));
        return new(steps, before.Sum(step => step.Count), late.Sum(step => step.Count));

        Task<IReadOnlyList<(DateTimeOffset At, long Count)>> StepsAsync(
            Stretch stretch,
            TimeSpan step
        ) => Data.Measures.Contradictions.CountAsync(office, stretch, step, stop);
    }
}
