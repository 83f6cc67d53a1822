using FsCheck.Fluent;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Health;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

public class VerdictTests
{
    static readonly HealthFacts Well = new() { Live = 12, SeenMs = 45 };

    [Fact]
    public void All_is_well_is_said_with_how_many_and_how_fast() =>
        Assert.Equal(
            ("good", "Everything is working: 12 people live, changes seen after 45 ms."),
            Said(Well)
        );

    [Fact]
    public void Two_troubles_make_one_sentence() =>
        Assert.Equal(
            ("bad", "Two people are offline and one change has waited for 12 minutes."),
            Said(Well with { Offline = 2, Waiting = 1, OldestWaiting = TimeSpan.FromMinutes(12) })
        );

    [Fact]
    public void The_worst_stands_in_front_and_the_rest_behind()
    {
        var verdict = Verdict.Of(
            Well with
            {
                SilentNodes = 1,
                Saves = 80,
                Failed = 20,
                Offline = 1,
                Alarms = 2,
            }
        );

        Assert.Equal(
            ("bad", "One node is silent and 20 % of the saves fail."),
            (verdict.Tone, verdict.Sentence)
        );
        Assert.Equal("One person is offline, two alarms are open.", verdict.More);
    }

    [Fact]
    public void One_who_fell_silent_is_no_trouble_and_all_of_them_are()
    {
        Assert.Equal("good", Said(Well with { Silent = 3 }).Tone);
        Assert.Equal("good", Said(Well with { Live = 0, Silent = 1 }).Tone);
        Assert.Equal(
            ("attention", "All 3 people who were here fell silent."),
            Said(Well with { Live = 0, Silent = 3 })
        );
    }

    [Fact]
    public void What_is_not_known_is_not_called_well()
    {
        var (tone, sentence) = Said(Well with { IsKnown = false });

        Assert.Equal("", tone);
        Assert.StartsWith("Status unknown", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fresh_office_is_neither_well_nor_ill() =>
        Assert.Equal(
            (
                "",
                "Nothing measured yet: the first figures come a minute after somebody opens a page."
            ),
            Said(new HealthFacts { IsFresh = true })
        );

    [Fact]
    public void Few_saves_say_nothing_of_a_share() =>
        Assert.Equal("good", Said(Well with { Saves = 3, Failed = 2 }).Tone);

    [Fact]
    public void It_is_good_only_when_all_is_known_and_nothing_is_wrong() =>
        Given.Any(
            ArbMap.Default.ArbFor<(bool, byte, byte, byte, ushort)>(),
            given =>
            {
                var (isKnown, offline, silent, waiting, seen) = given;
                var facts = new HealthFacts
                {
                    IsKnown = isKnown,
                    Live = 5,
                    Offline = offline % 3,
                    SilentNodes = silent % 3,
                    Waiting = waiting % 3,
                    OldestWaiting = TimeSpan.FromMinutes(waiting),
                    SeenMs = seen,
                };
                var isWell =
                    isKnown
                    && facts is { Offline: 0, SilentNodes: 0 }
                    && (facts.Waiting == 0 || facts.OldestWaiting < TimeSpan.FromMinutes(1))
                    && seen <= 2000;
                return Verdict.Of(facts).Tone == "good" == isWell;
            }
        );

    [Fact]
    public void It_is_always_one_sentence_and_never_a_shout() =>
        Given.Any(
            ArbMap.Default.ArbFor<(bool, bool, byte, byte, byte)>(),
            given =>
            {
                var sentence = Verdict
                    .Of(
                        new()
                        {
                            IsKnown = given.Item1,
                            IsFresh = given.Item2,
                            Offline = given.Item3,
                            Alarms = given.Item4,
                            Contradictions = given.Item5,
                        }
                    )
                    .Sentence;
                return (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]))
                    && sentence.EndsWith('.')
                    && !sentence.Contains(". ", StringComparison.Ordinal)
                    && !sentence.Contains('!', StringComparison.Ordinal);
            }
        );

    static (string Tone, string Sentence) Said(HealthFacts facts)
    {
        var verdict = Verdict.Of(facts);
        return (verdict.Tone, verdict.Sentence);
    }
}
