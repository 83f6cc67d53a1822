using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Jobs;

/// <summary>What an Admin wants of a job: written down first, then done. What is paused is read out of the orders.</summary>
public sealed class JobOrders
{
    const string ByHand = "order";
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
            await timetable.FireAsync(
                line,
                ByHand,
                order.Id.ToString(),
                order.OrderedBy,
                CancellationToken.None
            );
        else
            await timetable.PauseAsync(line, wish is JobWish.Pause, CancellationToken.None);
    }

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
