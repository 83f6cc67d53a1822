using System.Globalization;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>How live the office is, in one sentence; what does not fit into it stands behind it.</summary>
public sealed record Verdict(string Tone, string Sentence, string More)
{
    const int InOneSentence = 2;
    const int FewestSaves = 10;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly TimeSpan TooLong = TimeSpan.FromMinutes(10);

    public static Verdict Of(HealthFacts facts)
    {
        if (!facts.IsKnown)
            return new("", "Status unknown: the server has stopped reporting.", "");
        var troubles = Troubles(facts).ToList();
        if (troubles.Count == 0)
            return facts.IsFresh
                ? new(
                    "",
                    "Nothing measured yet: the first figures come a minute after somebody opens a page.",
                    ""
                )
                : new("good", Well(facts), "");
        var told = string.Join(" and ", troubles.Take(InOneSentence).Select(t => t.Words));
        var more = string.Join(", ", troubles.Skip(InOneSentence).Select(t => t.Words));
        return new(
            troubles.Exists(t => t.IsBad) ? "bad" : "attention",
            $"{told.Capitalized()}.",
            more.Length == 0 ? "" : $"{more.Capitalized()}."
        );
    }

    static string Well(HealthFacts facts)
    {
        if (facts.Live == 0)
            return "Everything is working, and nobody is online right now.";
        var people = CountText.Of(facts.Live, "person", "people");
        return facts.SeenMs is { } ms
            ? $"Everything is working: {people} live, changes seen after {Amount.Of(ms, "ms")}."
            : $"Everything is working: {people} live.";
    }

    // The worst first: only two are said in the sentence.
    static IEnumerable<(string Words, bool IsBad)> Troubles(HealthFacts facts)
    {
        if (facts.SilentNodes > 0)
            yield return ($"{Few(facts.SilentNodes, "node is", "nodes are")} silent", true);
        if (facts.LagMs > 2000)
            yield return ($"changes are announced {Amount.Of(facts.LagMs, "ms")} late", true);
        if (facts.Saves + facts.Failed >= FewestSaves && IsOften(facts.Failed, facts.Saves))
            yield return ($"{Percent(facts.Failed, facts.Saves)} of the saves fail", true);
        if (facts.Offline > 0)
            yield return ($"{Few(facts.Offline, "person is", "people are")} offline", false);
        // One is a phone that was put away; all of them at once are a line of the office.
        if (facts.Live == 0 && facts.Silent > 1)
            yield return (
                $"all {CountText.Of(facts.Silent, "person", "people")} who were here fell silent",
                false
            );
        if (facts.Waiting > 0 && facts.OldestWaiting >= Patience)
            yield return (
                $"{Few(facts.Waiting, "change has", "changes have")} waited for {DurationText.Rough(facts.OldestWaiting)}",
                facts.OldestWaiting > TooLong
            );
        if (facts.SeenMs > 2000)
            yield return ($"changes are seen only after {Amount.Of(facts.SeenMs, "ms")}", true);
        if (facts.Contradictions > 0)
            yield return (
                $"{Few(facts.Contradictions, "data mismatch was", "data mismatches were")} found",
                facts.Contradictions > 3
            );
        if (facts.NotLive > 0)
            yield return ($"{Few(facts.NotLive, "person has", "people have")} a slow line", false);
        if (facts.Alarms > 0)
            yield return ($"{Few(facts.Alarms, "alarm is", "alarms are")} open", false);
    }

    static bool IsOften(long failed, long saved) => failed > 0.1 * (failed + saved);

    static string Percent(long failed, long saved) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * failed / (failed + saved):0} %");

    static string Few(long count, string one, string many) =>
        count switch
        {
            1 => $"one {one}",
            2 => $"two {many}",
            3 => $"three {many}",
            _ => CountText.Of(count, one, many),
        };
}
