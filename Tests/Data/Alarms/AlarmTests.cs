using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Alarms;

public class AlarmTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);
    static readonly Limit Two = new(2);

    /// <summary>Broken, just under the limit, calm, and not known: for as many looks as the number says.</summary>
    static Arbitrary<(double? Value, int Looks)[]> Histories()
    {
        var stretch =
            from value in Gen.Elements<double?>(5, 1.9, 0.5, null)
            from looks in Gen.Choose(1, 30)
            select (value, looks);
        return stretch.ArrayOf().ToArbitrary();
    }

    [Fact]
    public void A_silence_covers_its_own_rule_or_all_from_its_beginning_to_its_end()
    {
        var one = new AlarmSilence
        {
            Rule = "latency",
            From = Start,
            Until = Start + Step,
        };
        var all = new AlarmSilence { From = Start, Until = Start + Step };

        foreach (var silence in new[] { one, all })
        {
            Assert.True(silence.Covers("latency", Start));
            Assert.False(silence.Covers("latency", Start - TimeSpan.FromTicks(1)));
            Assert.False(silence.Covers("latency", Start + Step));
        }
        Assert.False(one.Covers("errors", Start));
        Assert.True(all.Covers("errors", Start));
    }

    [Fact]
    public void However_it_flaps_two_rounds_of_letters_are_never_close_together() =>
        Given.Any(
            Histories(),
            history =>
            {
                var told = new List<DateTimeOffset>();
                Play(history, told);
                return told.Zip(told.Skip(1))
                    .All(pair => pair.Second - pair.First >= Alarm.Between);
            }
        );

    [Fact]
    public void Whatever_happened_a_long_calm_ends_it_and_the_last_letters_say_so() =>
        Given.Any(
            Histories(),
            history =>
            {
                var told = new List<DateTimeOffset>();
                var alarm = Play([(5, 1), .. history, (0.5, 60)], told);
                return !alarm.IsOpen && alarm.ToldOpen == false && told.Count % 2 == 0;
            }
        );

    [Fact]
    public void What_nobody_knows_ends_no_alarm() =>
        Given.Any(
            Gen.Choose(1, 1000).ToArbitrary(),
            looks => Play([(5, 1), (0.5, 5), (null, looks), (0.5, 5)], []).IsOpen
        );

    [Fact]
    public void It_closes_after_five_calm_minutes_and_not_before()
    {
        Assert.True(Play([(5, 1), (0.5, 10)], []).IsOpen);
        var closed = Play([(5, 1), (0.5, 11)], []);
        Assert.Equal(TimeSpan.FromMinutes(5.5), closed.Duration(Start));
    }

    [Fact]
    public void Just_under_the_limit_is_not_yet_calm() =>
        Assert.True(Play([(5, 1), (1.9, 100)], []).IsOpen);

    [Fact]
    public void What_breaks_again_soon_is_the_same_alarm_with_the_worst_value()
    {
        var alarm = Play([(5, 1), (0.5, 12), (9, 1), (3, 1)], []);

        Assert.True(alarm.IsOpen);
        Assert.Equal(9, alarm.Value);
    }

    [Fact]
    public void The_third_failure_rings_and_the_second_does_not()
    {
        var three = new Limit(3, IsReached: true);

        Assert.True(three.IsBrokenBy(3));
        Assert.False(three.IsBrokenBy(2));
        Assert.True(three.IsKeptBy(2));
    }

    [Fact]
    public void Acknowledging_twice_keeps_who_was_first()
    {
        var alarm = Alarm.Open("latency", "", 5, Two, Start, false);

        var (ada, bea) = (Named("Ada"), Named("Bea"));

        alarm.Acknowledge(ada, Start);
        alarm.Acknowledge(bea, Start + Step);

        Assert.Equal(
            (ada.Id, "Ada", Start),
            (alarm.AcknowledgedById, alarm.AcknowledgedBy, alarm.AcknowledgedAt)
        );

        static Viewer Named(string name) => new(Guid.CreateVersion7(), name, UserRole.Admin, null);
    }

    static Alarm Play((double? Value, int Looks)[] history, List<DateTimeOffset> told)
    {
        var now = Start;
        var alarm = Alarm.Open("latency", "", 5, Two, now, false);
        foreach (var value in history.SelectMany(h => Enumerable.Repeat(h.Value, h.Looks)))
        {
            alarm.See(value, Two, now);
            if (alarm.MustBeTold(now))
            {
                alarm.Tell(now);
                told.Add(now);
            }
            now += Step;
        }
        return alarm;
    }
}
