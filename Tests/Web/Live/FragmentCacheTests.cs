using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class FragmentCacheTests : CachedFragments
{
    [Fact]
    public async Task A_hundred_callers_make_one_render()
    {
        var gate = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 100).Select(_ => GetAsync("list", gate.Task)).ToArray();
        gate.SetResult();
        await Task.WhenAll(callers);

        Assert.Equal(1, renders);
        Assert.All(callers, caller => Assert.Same(callers[0].Result, caller.Result));
    }

    [Fact]
    public async Task Other_audiences_have_their_own()
    {
        await cache.GetAsync("list", "staff", ["team"], _ => Task.FromResult("staff"));

        var other = await cache.GetAsync("list", "manager", ["team"], _ => Task.FromResult("m"));

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
        cache.Forget([new(topic, null, null)]);
        await GetAsync("list");

        Assert.Equal(2, renders);
    }

    [Fact]
    public async Task A_notice_of_something_else_forgets_nothing()
    {
        await GetAsync("list");
        cache.Forget([new("person:2", null, null), new("skills:*", null, null)]);
        await GetAsync("list");

        Assert.Equal(1, renders);
    }

    [Fact]
    public async Task Who_comes_after_a_notice_does_not_get_a_render_begun_before_it()
    {
        var gate = new TaskCompletionSource();
        var early = GetAsync("list", gate.Task);
        cache.Forget([new("team", null, null)]);

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
        cache.Rendered = (_, _, state) => shown = state;
        var before = cache.Forget([new("other", null, null)]);
        var gate = new TaskCompletionSource();
        var rendering = GetAsync("list", gate.Task);

        var later = cache.Forget([new("other", null, null)]);
        gate.SetResult();
        await rendering;

        Assert.Equal(before, shown);
        Assert.True(later > before);
    }

    [Fact]
    public async Task Memory_is_bounded_and_drops_what_was_not_asked_for_longest()
    {
        var large = new string('x', 4 * 1024 * 1024);
        for (var i = 0; i < 8; i++)
        {
            await cache.GetAsync("list", $"{i}", ["team"], _ => Task.FromResult(large));
            await GetAsync("asked for again and again");
        }

        Assert.InRange(cache.Weight, 1, FragmentCache.Limit);
        Assert.Equal(1, renders);
        await GetAsync("list", audience: "0");
        Assert.Equal(2, renders);
    }
}
