using System.Globalization;
using Htmx;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Live;

/// <summary>
/// A fragment is rendered once for all who may see the same, and served until one of its topics is told.
/// What differs between people (an antiforgery token, a name) must not be in it, or be part of the audience.
/// </summary>
public sealed class FragmentCache(
    Position position,
    CatchUp catchUp,
    Doorbell doorbell,
    LiveMeter meter,
    TimeProvider time,
    IHttpContextAccessor? http = null,
    ShelfCheck? check = null
) : IDisposable
{
    /// <summary>Since when the page that is being drawn may be outdated; in the items of its request.</summary>
    public const string OutdatedSince = "outdated-since";

    /// <summary>Set in the items of a request while it has changed something and not committed it.</summary>
    public const string Uncommitted = "uncommitted";

    internal const long Limit = 64 * 1024 * 1024;
    static readonly TimeSpan LongestRender = TimeSpan.FromSeconds(30);
    static readonly TimeSpan WithSomethingToShow = TimeSpan.FromSeconds(10);

    readonly Shelf shelf = new(Limit);
    readonly LastGood lastGood = new(time);
    long latestState;

    /// <summary>A fragment was given to whoever asks now.</summary>
    internal Action<(string Key, string Audience), Fragment>? Given { get; set; }

    /// <summary>A fragment was rendered, and is still true: with the number of the state that it shows.</summary>
    internal Action<(string Key, string Audience), Fragment, long>? Rendered { get; set; }

    /// <summary>A fragment that is part of pages only, and kept for this node alone.</summary>
    public Task<Fragment> GetAsync(
        string key,
        string audience,
        string[] topics,
        Func<CancellationToken, Task<string>> render,
        CancellationToken stop = default
    ) => ServeAsync(key, audience, topics, async limit => Fragment.Of(await render(limit)), stop);

    /// <summary>A fragment that pages ask for by itself, and that is pushed to whoever was given it before.</summary>
    public Task<Fragment> GetLiveAsync(
        string key,
        string audience,
        string[] topics,
        Func<CancellationToken, Task<string>> render,
        CancellationToken stop = default
    ) =>
        ServeAsync(
            key,
            audience,
            topics,
            async limit => Fragment.Of(await render(limit), isLive: true),
            stop
        );

    async Task<Fragment> ServeAsync(
        string key,
        string audience,
        string[] topics,
        Func<CancellationToken, Task<Fragment>> render,
        CancellationToken stop
    )
    {
        // What is not committed is nobody else's to see, and what is kept does not know of it.
        if (http?.HttpContext?.Items.ContainsKey(Uncommitted) is true)
        {
            meter.Bypassed();
            return await render(stop);
        }
        try
        {
            var fragment = await FindAsync((key, audience), topics, render, stop);
            Given?.Invoke((key, audience), fragment);
            return fragment;
        }
        catch (Exception failed)
            when (DatabaseFailure.IsUnavailable(failed) && !stop.IsCancellationRequested)
        {
            if (Outdated((key, audience)) is { } known)
            {
                return known;
            }
            throw;
        }
    }

    // Only into a whole page, which says so. An open one has something to show already, and its pill says that it is old.
    Fragment? Outdated((string, string) key)
    {
        if (
            http?.HttpContext is not { } context
            || context.Request.IsHtmx()
            || lastGood.Find(key) is not { } known
        )
        {
            return null;
        }
        var since =
            context.Items[OutdatedSince] is DateTimeOffset before && before < known.Until
                ? before
                : known.Until;
        context.Items[OutdatedSince] = since;
        // Its socket asks for all of it again.
        context.Items[SinceFilter.Item] = "";
        context.Response.Headers.Age = ((int)(time.GetUtcNow() - since).TotalSeconds).ToString(
            CultureInfo.InvariantCulture
        );
        return known.Fragment;
    }

    async Task<Fragment> FindAsync(
        (string Key, string Audience) key,
        string[] topics,
        Func<CancellationToken, Task<Fragment>> render,
        CancellationToken stop
    )
    {
        if (!await IsTrustedAsync(stop))
        {
            meter.Bypassed();
            return await render(stop);
        }
        while (true)
        {
            // Read before the entry is put up: what is told in between takes it off again.
            var state = Volatile.Read(ref latestState);
            var (entry, isMine) = shelf.Take(key, topics);
            if (isMine)
            {
                meter.Missed();
                return await RenderAsync(entry, state, render);
            }
            meter.Hit();
            try
            {
                var fragment = await entry.Fragment.WaitAsync(stop);
                check?.Consider(shelf, entry, fragment, render);
                return fragment;
            }
            // The one who rendered for all gave up. That is their affair: take their place.
            catch (OperationCanceledException) when (!stop.IsCancellationRequested) { }
        }
    }

    /// <summary>The number of the state that begins with these: whatever is rendered from now on shows it.</summary>
    internal long Forget(IReadOnlyCollection<Notice> notices)
    {
        var state = Interlocked.Increment(ref latestState);
        foreach (var notice in notices)
        {
            if (notice == Notice.Everything)
            {
                shelf.Clear();
                lastGood.Clear();
            }
            else
            {
                shelf.Drop(notice.Topic).ForEach(lastGood.Keep);
            }
        }
        // At the end: what the notices beside it have just taken off shows whoever was erased.
        if (notices.Any(notice => notice.Topic == Notice.Erasure))
        {
            lastGood.Clear();
        }
        return state;
    }

    /// <summary>
    /// All that was committed before this call has been told after it: what is served then as it was before is
    /// what nobody told to be otherwise. False when that cannot be known.
    /// </summary>
    public async Task<bool> HasHeardAllAsync(CancellationToken stop)
    {
        doorbell.Ring();
        return await catchUp.WaitAsync(stop) && position.IsCurrent;
    }

    internal long Weight => shelf.Weight;

    async ValueTask<bool> IsTrustedAsync(CancellationToken stop)
    {
        if (position.IsCurrent && catchUp.IsDue)
        {
            var sweep = catchUp.WaitAsync(stop);
            doorbell.Wake();
            return await sweep && position.IsCurrent;
        }
        return position.IsCurrent;
    }

    // Not stopped when this person leaves: others wait for it. It runs in this person's request, which stays open.
    async Task<Fragment> RenderAsync(
        Entry entry,
        long state,
        Func<CancellationToken, Task<Fragment>> render
    )
    {
        using var limit = new CancellationTokenSource(
            lastGood.Find(entry.Key) is null ? LongestRender : WithSomethingToShow,
            time
        );
        try
        {
            var fragment = await render(limit.Token);
            if (shelf.Put(entry, fragment))
            {
                Rendered?.Invoke(entry.Key, fragment, state);
            }
            return fragment;
        }
        // Who waits for it would take a cancellation for somebody who left, and wait as long again in their place.
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            var failed = new TimeoutException("A fragment was not rendered in time", late);
            shelf.Fail(entry, failed);
            throw failed;
        }
        catch (Exception failed)
        {
            shelf.Fail(entry, failed);
            throw;
        }
    }

    public void Dispose() => lastGood.Dispose();
}
