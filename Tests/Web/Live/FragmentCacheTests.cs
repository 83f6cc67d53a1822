using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class FragmentCacheTests : IDisposable
{
    readonly NpgsqlDataSource _nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
    readonly StoppedClock _clock = new();
    readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    readonly HttpContextAccessor _http = new();
    readonly Position _position;
    readonly CatchUp _catchUp;
    readonly Doorbell _doorbell;
    readonly FragmentCache _cache;
    int _renders;

    public FragmentCacheTests()
    {
        _position = new Position(_clock);
        _catchUp = new CatchUp(_clock);
        _doorbell = new Doorbell(_nowhere, _catchUp, _clock, NullLogger<Doorbell>.Instance);
        var meter = new LiveMeter(_meters.GetRequiredService<IMeterFactory>());
        _cache = new FragmentCache(_position, _catchUp, _doorbell, meter, _clock, _http);
        _position.Reach(new Mark("e", 1));
    }

    public void Dispose()
    {
        _cache.Dispose();
        _doorbell.Dispose();
        _nowhere.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public async Task A_hundred_callers_make_one_render()
    {
        var gate = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 100).Select(_ => GetAsync("list", gate.Task)).ToArray();
        gate.SetResult();
        await Task.WhenAll(callers);

        Assert.Equal(1, _renders);
        Assert.All(callers, caller => Assert.Same(callers[0].Result, caller.Result));
    }

    [Fact]
    public async Task Other_audiences_have_their_own()
    {
        await _cache.GetAsync("list", "staff", ["team"], _ => Task.FromResult("staff"));

        var other = await _cache.GetAsync("list", "manager", ["team"], _ => Task.FromResult("m"));

        Assert.Equal("m", other.Html);
    }

    [Theory]
    [InlineData("person:1")]
    [InlineData("person:*")]
    [InlineData("team")]
    [InlineData("*")]
    public async Task A_notice_forgets_what_shows_it(string topic)
    {
        await GetAsync("list");
        _cache.Forget([new(topic, null, null)]);
        await GetAsync("list");

        Assert.Equal(2, _renders);
    }

    [Fact]
    public async Task A_notice_of_something_else_forgets_nothing()
    {
        await GetAsync("list");
        _cache.Forget([new("person:2", null, null), new("skills:*", null, null)]);
        await GetAsync("list");

        Assert.Equal(1, _renders);
    }

    [Fact]
    public async Task Who_comes_after_a_notice_does_not_get_a_render_begun_before_it()
    {
        var gate = new TaskCompletionSource();
        var early = GetAsync("list", gate.Task);
        _cache.Forget([new("team", null, null)]);

        var late = await GetAsync("list");
        gate.SetResult();

        Assert.Equal("1", (await early).Html);
        Assert.Equal("2", late.Html);
        Assert.Equal("2", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task A_render_carries_the_number_of_the_state_in_which_it_began()
    {
        var shown = 0L;
        _cache.Rendered = (_, _, state) => shown = state;
        var before = _cache.Forget([new("other", null, null)]);
        var gate = new TaskCompletionSource();
        var rendering = GetAsync("list", gate.Task);

        var later = _cache.Forget([new("other", null, null)]);
        gate.SetResult();
        await rendering;

        Assert.Equal(before, shown);
        Assert.True(later > before);
    }

    [Fact]
    public async Task Nothing_comes_from_memory_while_the_log_cannot_be_read()
    {
        await GetAsync("list");

        _position.Lose();

        Assert.Equal("2", (await GetAsync("list")).Html);
        Assert.Equal("3", (await GetAsync("list")).Html);
        _position.Reach(new Mark("e", 1));
        Assert.Equal("1", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task Nothing_comes_from_memory_when_the_reader_has_been_silent_too_long()
    {
        await GetAsync("list");

        _clock.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal("2", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task Who_has_just_saved_waits_for_the_next_sweep()
    {
        await GetAsync("list");
        _doorbell.Ring();

        var asked = GetAsync("list");
        Assert.False(asked.IsCompleted);
        var sweep = _catchUp.Asked;
        _cache.Forget([new("team", null, null)]);
        _catchUp.Reach(sweep);

        Assert.Equal("2", (await asked).Html);
    }

    [Fact]
    public async Task A_sweep_that_does_not_come_is_not_waited_for()
    {
        await GetAsync("list");
        _doorbell.Ring();

        Assert.Equal("2", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task A_failed_render_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            _cache.GetAsync("list", "staff", ["team"], _ => throw new IOException())
        );

        Assert.Equal("1", (await GetAsync("list")).Html);
    }

    [Fact]
    public async Task Who_waits_for_one_that_gave_up_renders_alone()
    {
        var gate = new TaskCompletionSource();
        var gaveUp = GetAsync("list", gate.Task);
        var waiting = GetAsync("list");
        gate.SetCanceled(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);
        Assert.Equal("2", (await waiting).Html);
    }

    [Fact]
    public async Task One_render_that_comes_to_no_end_fails_for_all_who_wait_at_the_same_time()
    {
        var begun = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 5).Select(_ => GetStuckAsync(begun)).ToArray();
        await begun.Task;

        _clock.Pass(TimeSpan.FromSeconds(31));

        foreach (var caller in callers)
            await Assert.ThrowsAsync<TimeoutException>(() => caller);
        Assert.Equal(1, _renders);
    }

    [Fact]
    public async Task What_cannot_be_rendered_anew_is_shown_as_it_was_for_a_while_and_only_in_a_whole_page()
    {
        var page = new DefaultHttpContext();
        _http.HttpContext = page;
        await GetAsync("list");
        _cache.Forget([new("team", null, null)]);
        _clock.Pass(TimeSpan.FromSeconds(7));

        Assert.Equal("1", (await GetBrokenAsync()).Html);

        Assert.Equal("7", page.Response.Headers.Age);
        Assert.True(page.Items.ContainsKey(FragmentCache.OutdatedSince));
        Assert.Equal("", page.Items[SinceFilter.Item]);
        _http.HttpContext = new DefaultHttpContext
        {
            Request = { Headers = { ["HX-Request"] = "true" } },
        };
        await Assert.ThrowsAsync<TimeoutException>(GetBrokenAsync);
        _http.HttpContext = new DefaultHttpContext();
        _clock.Pass(LastGood.Longest);
        await Assert.ThrowsAsync<TimeoutException>(GetBrokenAsync);
    }

    [Fact]
    public async Task A_fault_is_no_reason_to_show_what_was()
    {
        _http.HttpContext = new DefaultHttpContext();
        await GetAsync("list");
        _cache.Forget([new("team", null, null)]);

        await Assert.ThrowsAsync<InvalidCastException>(() =>
            _cache.GetAsync("list", "staff", ["team"], _ => throw new InvalidCastException())
        );
    }

    Task<Fragment> GetBrokenAsync() =>
        _cache.GetAsync("list", "staff", ["team"], _ => throw new TimeoutException());

    Task<Fragment> GetStuckAsync(TaskCompletionSource begun) =>
        _cache
            .GetAsync(
                "list",
                "staff",
                ["team"],
                async stop =>
                {
                    Interlocked.Increment(ref _renders);
                    begun.TrySetResult();
                    await Task.Delay(Timeout.Infinite, stop);
                    return "never";
                },
                TestContext.Current.CancellationToken
            )
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Memory_is_bounded_and_drops_what_was_not_asked_for_longest()
    {
        var large = new string('x', 4 * 1024 * 1024);
        for (var i = 0; i < 8; i++)
        {
            await _cache.GetAsync("list", $"{i}", ["team"], _ => Task.FromResult(large));
            await GetAsync("asked for again and again");
        }

        Assert.InRange(_cache.Weight, 1, FragmentCache.Limit);
        Assert.Equal(1, _renders);
        await GetAsync("list", audience: "0");
        Assert.Equal(2, _renders);
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
                _cache.Forget([new($"t:{topic}", null, null)]);
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
                var served = await _cache.GetAsync(
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

    Task<Fragment> GetAsync(string key, Task? gate = null, string audience = "staff") =>
        _cache
            .GetAsync(
                key,
                audience,
                ["team", "person:1"],
                async _ =>
                {
                    var render = Interlocked.Increment(ref _renders);
                    await (gate ?? Task.CompletedTask);
                    return $"{render}";
                }
            )
            .WaitAsync(TimeSpan.FromSeconds(60));

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

    sealed class StoppedClock : TimeProvider
    {
        readonly List<Alarm> _alarms = [];
        long _now;

        public override long GetTimestamp() => _now;

        public override DateTimeOffset GetUtcNow() =>
            DateTimeOffset.UnixEpoch + GetElapsedTime(0, _now);

        // Short ones run by the real clock: what waits for a sweep must not wait for a test.
        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        )
        {
            if (dueTime < TimeSpan.FromSeconds(5))
                return base.CreateTimer(callback, state, dueTime, period);
            var alarm = new Alarm(() => callback(state), GetUtcNow() + dueTime);
            lock (_alarms)
            {
                _alarms.Add(alarm);
            }
            return alarm;
        }

        public void Pass(TimeSpan time)
        {
            _now += time.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond;
            foreach (var alarm in _alarms.Where(alarm => alarm.At <= GetUtcNow()).ToList())
                alarm.Ring();
        }

        sealed class Alarm(Action ring, DateTimeOffset at) : ITimer
        {
            bool isOver;

            public DateTimeOffset At => at;

            public void Ring()
            {
                if (!isOver)
                    ring();
                isOver = true;
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => !isOver;

            public void Dispose() => isOver = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
