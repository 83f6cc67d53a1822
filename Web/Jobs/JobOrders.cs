using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Jobs;

/// <summary>What an Admin wants of a job: written down first, then done. What is paused is read out of the orders.</summary>
public sealed class JobOrders
{
    const string ByHand = "order";

    // Who gives an order also starts the job, a moment later; and after a day somebody has given it again.
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Long = TimeSpan.FromDays(1);
    static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(2);

    readonly IServiceScopeFactory scopes;
    readonly Timetable timetable;
    readonly TimeProvider clock;

    internal JobOrders(IServiceScopeFactory scopes, Timetable timetable, TimeProvider clock) =>
        (this.scopes, this.timetable, this.clock) = (scopes, timetable, clock);

    /// <summary>In the name of the viewer of this context.</summary>
    public async Task GiveAsync(
        Office office,
        Recurring line,
        JobWish wish,
        Guid? run,
        Func<Task> settle,
        CancellationToken stop
    )
    {
        var order = new JobOrder
        {
            Job = line.Name,
            Wish = wish,
            RunId = run,
            OrderedBy = office.Viewer.Name,
            At = clock.GetUtcNow(),
        };
        office.JobOrders.Add(order);
        await office.SaveChangesAsync(stop);
        // The job starts at once, and reads what it was told.
        await settle();
        if (wish is JobWish.Run or JobWish.Retry)
            await FireAsync(line, order, CancellationToken.None);
        else
            await timetable.PauseAsync(line, wish is JobWish.Pause, CancellationToken.None);
    }

    /// <summary>Starts what was ordered of a node that died before it could. Who paused a job is asked by PausedAsync.</summary>
    internal async Task SweepAsync(CancellationToken stop)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var now = clock.GetUtcNow();
        var left = await office
            .JobOrders.Where(o => o.Wish == JobWish.Run || o.Wish == JobWish.Retry)
            .Where(o => o.At > now - Long && o.At < now - Soon)
            // Any run since does what was ordered.
            .Where(o =>
                !office.JobRuns.Any(r => r.Job == o.Job && r.StartedAt >= o.At - ClocksDiffer)
            )
            .ToListAsync(stop);
        foreach (var order in left)
            if (Schedule.Find(order.Job) is { } line)
                await FireAsync(line, order, stop);
    }

    Task FireAsync(Recurring line, JobOrder order, CancellationToken stop) =>
        timetable.FireAsync(line, ByHand, order.Id.ToString(), order, stop);

    public async Task<HashSet<string>> PausedAsync(CancellationToken stop)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var last = await office
            .JobOrders.Where(o => o.Wish == JobWish.Pause || o.Wish == JobWish.Resume)
            .GroupBy(o => o.Job)
            .Select(orders => orders.OrderByDescending(o => o.At).First())
            .ToListAsync(stop);
        return [.. last.Where(o => o.Wish == JobWish.Pause).Select(o => o.Job)];
    }
}
