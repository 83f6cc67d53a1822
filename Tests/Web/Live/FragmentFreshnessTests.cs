using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>Nothing is served that the change log has made untrue.</summary>
public sealed class FragmentFreshnessTests : CachedFragments
{
    [Fact]
    public async Task Nothing_comes_from_memory_while_the_log_cannot_be_read()
    {
        await GetAsync("list");

        position.Lose();

        Assert.Equal("2", (await GetAsync("list")).Html);
        Assert.Equal("3", (await GetAsync("list")).Html);
        position.Reach(new Mark("e", 1));
        Assert.Equal("1", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task Nothing_comes_from_memory_when_the_reader_has_been_silent_too_long()
    {
        await GetAsync("list");

        clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("2", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task Who_has_just_saved_waits_for_the_next_sweep()
    {
        await GetAsync("list");
        doorbell.Ring();

        var asked = GetAsync("list");
        Assert.False(asked.IsCompleted);
        var sweep = catchUp.Asked;
        cache.Forget([new("team", null, null)]);
        catchUp.Reach(sweep);

        Assert.Equal("2", (await asked).Html);
    }

    [Fact]
    public async Task A_sweep_that_does_not_come_is_not_waited_for()
    {
        await GetAsync("list");
        doorbell.Ring();

        Assert.Equal("2", (await GetAsync("list")).Html);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nobody_is_ever_served_less_than_had_been_told_when_they_asked(int seed)
    {
        var topics = Enumerable.Range(0, 4).Select(_ => new Truth()).ToArray();
        var writing = Run(
            seed,
            2,
            2000,
            async random =>
            {
                var topic = random.Next(topics.Length);
                var written = Interlocked.Increment(ref topics[topic].Written);
                await WanderAsync(random);
                cache.Forget([new($"t:{topic}", null, null)]);
                topics[topic].Tell(written);
            }
        );
        var reading = Run(
            seed + 100,
            6,
            4000,
            async random =>
            {
                var topic = random.Next(topics.Length);
                var told = Volatile.Read(ref topics[topic].Told);
                var served = await cache.GetAsync(
                    $"k{topic}",
                    "all",
                    [$"t:{topic}"],
                    async _ =>
                    {
                        await WanderAsync(random);
                        var read = Volatile.Read(ref topics[topic].Written);
                        await WanderAsync(random);
                        return $"{read}";
                    }
                );
                Assert.True(int.Parse(served.Html, null) >= told, $"{served.Html} after {told}");
            }
        );

        await Task.WhenAll(writing, reading);

        Assert.All(topics, topic => Assert.Equal(topic.Written, topic.Told));
    }

    static Task Run(int seed, int workers, int times, Func<Random, Task> act) =>
        Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var random = new Random(seed * 1000 + worker);
                        for (var i = 0; i < times; i++)
                        {
                            await act(random);
                        }
                    })
                )
        );

    static async Task WanderAsync(Random random)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            await Task.Yield();
        }
    }

    sealed class Truth
    {
        public int Written;
        public int Told;

        public void Tell(int written)
        {
            int told;
            while ((told = Volatile.Read(ref Told)) < written)
            {
                Interlocked.CompareExchange(ref Told, written, told);
            }
        }
    }
}
