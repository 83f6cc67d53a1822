using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class RateLimiterTests
{
    [Fact]
    public void Each_person_is_listened_to_once_in_a_while_and_that_it_is_well_again_apart()
    {
        using var limiter = new ClientCheckRateLimiter();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.True(limiter.Take((one, IsHealed: false)));
        Assert.True(limiter.Take((one, IsHealed: true)));
        Assert.True(limiter.Take((other, IsHealed: false)));
        // The half minute may end in between.
        Assert.InRange(
            Enumerable.Range(0, 1000).Count(_ => limiter.Take((one, IsHealed: false))),
            0,
            1
        );
    }

    [Fact]
    public void More_than_there_is_room_for_at_once_is_refused_and_takes_nothing()
    {
        using var limiter = new Two();

        Assert.False(limiter.Take("bea", 3));
        Assert.True(limiter.Take("bea", 2));
        Assert.False(limiter.Take("bea"));
        Assert.True(limiter.Take("tom"));
    }

    sealed class Two() : KeyedRateLimiter<string>(2, 1, TimeSpan.FromDays(1));
}
