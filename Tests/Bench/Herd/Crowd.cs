using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Herd;

/// <summary>All the browsers that show the person: of a few people, spread evenly over the nodes.</summary>
sealed class Crowd : IAsyncDisposable
{
    const int AtOnce = 8;

    // The hub hangs up on whoever is silent for half a minute.
    static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);

    readonly List<Watcher> watchers = [];
    readonly CancellationTokenSource end = new();
    Task pinging = Task.CompletedTask;
    Change? now;

    internal static async Task<Crowd> GatherAsync(
        IReadOnlyList<Uri> nodes,
        IReadOnlyList<SignedIn> people,
        Guid person,
        string[] parts,
        int size,
        bool isPushed
    )
    {
        var crowd = new Crowd();
        var passes = new List<string[]>();
        foreach (var one in people)
            passes.Add(await PassesAsync(one, person, parts));
        for (var at = 0; at < size; at++)
            crowd.watchers.Add(
                new(
                    nodes[at % nodes.Count],
                    people[at % people.Count],
                    person,
                    parts,
                    isPushed,
                    () => Volatile.Read(ref crowd.now)
                )
            );
        await Parallel.ForEachAsync(
            Enumerable.Range(0, size),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (at, _) => await crowd.watchers[at].OpenAsync(passes[at % people.Count])
        );
        crowd.pinging = crowd.PingAsync();
        return crowd;
    }

    internal async Task<Change> SeeAsync(int pieces, Func<string, Task> makeAsync)
    {
        var change = new Change(watchers.Count * pieces);
        Volatile.Write(ref now, change);
        await change.RunAsync(makeAsync);
        return change;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await pinging;
        await Parallel.ForEachAsync(watchers, async (watcher, _) => await watcher.DisposeAsync());
        end.Dispose();
    }

    /// <summary>The passes as the answers of the fragments bring them.</summary>
    static async Task<string[]> PassesAsync(SignedIn who, Guid person, string[] parts)
    {
        var passes = new List<string>();
        foreach (var part in parts)
        {
            using var answer = await who.Http.GetAsync(
                new Uri($"/team/{person}?part={part}", UriKind.Relative)
            );
            passes.AddRange(answer.Headers.GetValues("X-Fragments"));
        }
        return [.. passes];
    }

    async Task PingAsync()
    {
        using var tick = new PeriodicTimer(BetweenPings);
        try
        {
            while (await tick.WaitForNextTickAsync(end.Token))
                foreach (var watcher in watchers)
                    await watcher.PingAsync();
        }
        catch (OperationCanceledException) { }
    }
}
