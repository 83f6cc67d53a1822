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
)
{
    /// <summary>Set in the items of a request while it has changed something and not committed it.</summary>
    public const string Uncommitted = "uncommitted";

    internal const long Limit = 64 * 1024 * 1024;
    static readonly TimeSpan LongestRender = TimeSpan.FromSeconds(30);

    readonly Shelf _shelf = new(Limit);
    long _state;

    /// <summary>A fragment was given to whoever asks now.</summary>
    internal Action<(string Key, string Audience), Fragment>? Given { get; set; }

    /// <summary>A fragment was rendered, and is still true: with the number of the state that it shows.</summary>
    internal Action<(string Key, string Audience), Fragment, long>? Rendered { get; set; }

    public async Task<Fragment> GetAsync(
        string key,
        string audience,
        string[] topics,
        Func<CancellationToken, Task<string>> render,
        CancellationToken stop = default
    )
    {
        // What is not committed is nobody else's to see, and what is kept does not know of it.
        if (http?.HttpContext?.Items.ContainsKey(Uncommitted) is true)
        {
            meter.Bypassed();
            return Fragment.Of(await render(stop));
        }
        var fragment = await FindAsync((key, audience), topics, render, stop);
        Given?.Invoke((key, audience), fragment);
        return fragment;
    }

    async Task<Fragment> FindAsync(
        (string Key, string Audience) key,
        string[] topics,
        Func<CancellationToken, Task<string>> render,
        CancellationToken stop
    )
    {
        if (!await IsTrustedAsync(stop))
        {
            meter.Bypassed();
            return Fragment.Of(await render(stop));
        }
        while (true)
        {
            // Read before the entry is put up: what is told in between takes it off again.
            var state = Volatile.Read(ref _state);
            var (entry, isMine) = _shelf.Take(key, topics);
            if (isMine)
            {
                meter.Missed();
                return await RenderAsync(entry, state, render);
            }
            meter.Hit();
            try
            {
                var fragment = await entry.Fragment.WaitAsync(stop);
                check?.Consider(_shelf, entry, fragment, render);
                return fragment;
            }
            // The one who rendered for all gave up. That is their affair: take their place.
            catch (OperationCanceledException) when (!stop.IsCancellationRequested) { }
        }
    }

    /// <summary>The number of the state that begins with these: whatever is rendered from now on shows it.</summary>
    internal long Forget(IEnumerable<Notice> notices)
    {
        var state = Interlocked.Increment(ref _state);
        foreach (var notice in notices)
        {
            if (notice == Notice.Everything)
            {
                _shelf.Clear();
            }
            else
            {
                _shelf.Drop(notice.Topic);
            }
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

    internal long Weight => _shelf.Weight;

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
        Func<CancellationToken, Task<string>> render
    )
    {
        try
        {
            using var limit = new CancellationTokenSource(LongestRender, time);
            var fragment = Fragment.Of(await render(limit.Token));
            if (_shelf.Put(entry, fragment))
            {
                Rendered?.Invoke(entry.Key, fragment, state);
            }
            return fragment;
        }
        catch (Exception failed)
        {
            _shelf.Fail(entry, failed);
            throw;
        }
    }
}
