using Microsoft.AspNetCore.Http;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>Renders that fail, end without a result or do not end.</summary>
public sealed class FragmentFaultTests : CachedFragments
{
    [Fact]
    public async Task A_failed_render_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            cache.GetAsync("list", "staff", ["team"], _ => throw new IOException())
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
    public async Task A_render_that_does_not_end_times_out_for_all_who_wait()
    {
        var begun = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 5).Select(_ => GetStuckAsync(begun)).ToArray();
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(2));

        clock.Pass(TimeSpan.FromSeconds(31));

        foreach (var caller in callers)
            await Assert.ThrowsAsync<TimeoutException>(() => caller);
        Assert.Equal(1, renders);
    }

    [Fact]
    public async Task A_page_shows_the_last_good_fragment_for_a_while_when_rendering_fails()
    {
        var page = new DefaultHttpContext();
        http.HttpContext = page;
        await GetAsync("list");
        cache.Forget([new("team", null, null)]);
        clock.Pass(TimeSpan.FromSeconds(7));

        Assert.Equal("1", (await GetBrokenAsync()).Html);

        Assert.Equal("7", page.Response.Headers.Age);
        Assert.True(page.Items.ContainsKey(FragmentCache.OutdatedSince));
        Assert.Equal("", page.Items[SinceFilter.Item]);
        http.HttpContext = new DefaultHttpContext
        {
            Request = { Headers = { ["HX-Request"] = "true" } },
        };
        await Assert.ThrowsAsync<TimeoutException>(GetBrokenAsync);
        http.HttpContext = new DefaultHttpContext();
        clock.Pass(LastGood.Longest);
        await Assert.ThrowsAsync<TimeoutException>(GetBrokenAsync);
    }

    [Theory]
    [InlineData("team", Notice.Erasure)]
    [InlineData(Notice.Erasure, "team")]
    public async Task A_fragment_from_before_an_erasure_is_not_shown_again(params string[] told)
    {
        http.HttpContext = new DefaultHttpContext();
        await GetAsync("list");
        cache.Forget([.. told.Select(topic => new Notice(topic, null, null))]);

        await Assert.ThrowsAsync<TimeoutException>(GetBrokenAsync);
    }

    [Fact]
    public async Task A_fault_does_not_show_the_old_fragment()
    {
        http.HttpContext = new DefaultHttpContext();
        await GetAsync("list");
        cache.Forget([new("team", null, null)]);

        await Assert.ThrowsAsync<InvalidCastException>(() =>
            cache.GetAsync("list", "staff", ["team"], _ => throw new InvalidCastException())
        );
    }

    Task<Fragment> GetBrokenAsync() =>
        cache.GetAsync("list", "staff", ["team"], _ => throw new TimeoutException());

    Task<Fragment> GetStuckAsync(TaskCompletionSource begun) =>
        cache
            .GetAsync(
                "list",
                "staff",
                ["team"],
                async stop =>
                {
                    Interlocked.Increment(ref renders);
                    begun.TrySetResult();
                    await Task.Delay(Timeout.Infinite, stop);
                    return "never";
                },
                TestContext.Current.CancellationToken
            )
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
}
