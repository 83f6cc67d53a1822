using System.Text.RegularExpressions;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Renders anew, now and then, what this node has just served from memory, and compares: at the end of a request that
/// was answered from there, with its viewer and its scope. So each node looks at its own shelf, and every fragment
/// of every page takes part.
/// </summary>
public sealed partial class ShelfCheck(
    CatchUp catchUp,
    Doorbell doorbell,
    Findings findings,
    TimeProvider time,
    ILogger<ShelfCheck> log,
    IHttpContextAccessor? http = null
)
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LongestRender = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    DateTimeOffset next = time.GetUtcNow() + Every;

    internal void Consider(
        Shelf shelf,
        Entry entry,
        Fragment kept,
        Func<CancellationToken, Task<Fragment>> render
    )
    {
        // A form that is being answered holds what is not saved yet: only who reads is followed up.
        if (http?.HttpContext is not { } context || !HttpMethods.IsGet(context.Request.Method))
        {
            return;
        }
        if (IsTime())
        {
            context.Response.OnCompleted(() => LookAsync(shelf, entry, kept, render));
        }
    }

    bool IsTime()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now < next)
            {
                return false;
            }
            next = now + Every;
            return true;
        }
    }

    async Task LookAsync(
        Shelf shelf,
        Entry entry,
        Fragment kept,
        Func<CancellationToken, Task<Fragment>> render
    )
    {
        try
        {
            using var limit = new CancellationTokenSource(LongestRender);
            var fresh = await render(limit.Token);
            if (fresh.Tag != kept.Tag && await IsSteadyAsync(fresh, render, limit.Token))
            {
                await ConfirmAsync(shelf, entry, kept, fresh, limit.Token);
            }
        }
        // It was only a look. Whatever is wrong there shows itself to the next who asks.
        catch (Exception failed)
        {
            log.LogDebug(failed, "{Fragment} could not be rendered anew", entry.Key);
        }
    }

    static async Task<bool> IsSteadyAsync(
        Fragment fresh,
        Func<CancellationToken, Task<Fragment>> render,
        CancellationToken stop
    ) => (await render(stop)).Tag == fresh.Tag;

    // A change on its way explains it: once all of the change log is read, such an entry is gone from the shelf.
    async Task ConfirmAsync(
        Shelf shelf,
        Entry entry,
        Fragment kept,
        Fragment fresh,
        CancellationToken stop
    )
    {
        catchUp.Ask();
        doorbell.Wake();
        if (!await catchUp.WaitAsync(stop) || !shelf.Drop(entry))
        {
            return;
        }
        findings.Tell(
            new(
                "memory",
                Value().Replace(entry.Key.Item1, "=…"),
                ("in memory", kept.Tag),
                ("rendered anew", fresh.Tag),
                entry.Names.FirstOrDefault()
            )
        );
    }

    // What somebody searched for can be a name.
    [GeneratedRegex(@"=[^&\s]*", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
