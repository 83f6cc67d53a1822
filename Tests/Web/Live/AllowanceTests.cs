using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class AllowanceTests
{
    readonly SettableClock clock = new();

    [Fact]
    public void What_was_taken_comes_back_by_the_second_and_is_not_saved_up()
    {
        var time = new Ticks();
        var allowance = new Allowance(2, 1, time);

        Assert.Equal([true, true, false], Takes(allowance, 3));
        time.Seconds = 1;
        Assert.Equal([true, false], Takes(allowance, 2));
        time.Seconds = 1000;
        Assert.Equal([true, true, false], Takes(allowance, 3));
    }

    [Fact]
    public void Each_person_is_listened_to_once_in_a_while_and_that_it_is_well_again_apart()
    {
        var allowance = new ShownAllowance(clock);
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.True(allowance.Take(one, isHealed: false));
        Assert.False(allowance.Take(one, isHealed: false));
        Assert.True(allowance.Take(one, isHealed: true));
        Assert.True(allowance.Take(other, isHealed: false));
        clock.Advance(ShownAllowance.Every);
        Assert.True(allowance.Take(one, isHealed: false));
    }

    static List<bool> Takes(Allowance allowance, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => allowance.Take())];

    sealed class Ticks : TimeProvider
    {
        internal long Seconds { get; set; }
        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
