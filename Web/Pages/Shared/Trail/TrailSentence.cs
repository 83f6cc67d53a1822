using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Trail;

/// <summary>Puts the words in order. The subject is named once, in the first phrase.</summary>
static class TrailSentence
{
    public static IReadOnlyList<TrailPart> Of(TrailLine line, bool withSubject)
    {
        var phrases = Phrases(line, withSubject).ToList();
        var parts = new List<TrailPart> { new(TrailPartKind.Actor, line.Actor), " " };
        for (var i = 0; i < phrases.Count; i++)
        {
            if (i > 0)
                parts.Add(i == phrases.Count - 1 ? " and " : ", ");
            parts.AddRange(phrases[i]);
        }
        return parts;
    }

    static IEnumerable<IEnumerable<TrailPart>> Phrases(TrailLine line, bool withSubject)
    {
        var isNamed = false;
        foreach (var act in line.Acts)
        {
            yield return Act(act, Name(line, withSubject, isNamed));
            isNamed = true;
        }
        foreach (var fact in line.Facts)
        {
            yield return Fact(line, fact, isNamed || !withSubject ? null : line.Subject);
            isNamed = true;
        }
        if (!isNamed)
            yield return Act("changed {0}", Name(line, withSubject, isNamed));
    }

    static TrailPart Name(TrailLine line, bool withSubject, bool isNamed) =>
        isNamed ? "them"
        : withSubject ? new TrailPart(TrailPartKind.Subject, line.Subject)
        : line.Entry.IsAboutActor ? "themselves"
        : line.Entry.TableName == "users" ? "this person"
        : RecordTypes.Of(line.Entry.TableName) is { } type ? $"this {type.Word}"
        : "it";

    static IEnumerable<TrailPart> Act(string act, TrailPart subject)
    {
        var gap = act.IndexOf("{0}", StringComparison.Ordinal);
        return gap < 0 ? [act] : [act[..gap], subject, act[(gap + 3)..]];
    }

    static IEnumerable<TrailPart> Fact(TrailLine line, TrailFact fact, string? subject) =>
        line.Entry.Action == GivenUp.Action ? Choice(fact, subject) : Change(line, fact, subject);

    // "kept phone of Amira Yilmaz at +49 151 2, gave up +49 151 1"
    static IEnumerable<TrailPart> Choice(TrailFact fact, string? subject)
    {
        yield return "kept " + fact.Label;
        if (subject is not null)
        {
            yield return " of ";
            yield return new(TrailPartKind.Subject, subject);
        }
        if (fact.Kind is TrailFactKind.Erased or TrailFactKind.Secret)
        {
            yield return fact.Kind is TrailFactKind.Erased ? " (the values were erased)" : "";
            yield break;
        }
        yield return fact.Before.Length > 0 ? " at " : " empty";
        if (fact.Before.Length > 0)
            yield return new(TrailPartKind.After, fact.Before);
        yield return ", gave up ";
        yield return fact.After.Length > 0
            ? new TrailPart(TrailPartKind.Before, fact.After)
            : "leaving it empty";
    }

    static IEnumerable<TrailPart> Change(TrailLine line, TrailFact fact, string? subject)
    {
        yield return Verb(line, fact) + fact.Label;
        if (subject is not null)
        {
            yield return " of ";
            yield return new(TrailPartKind.Subject, subject);
        }
        if (fact.Before.Length > 0)
        {
            yield return fact.Kind == TrailFactKind.Cleared ? ", which was " : " from ";
            yield return new(TrailPartKind.Before, fact.Before);
        }
        if (fact.After.Length > 0)
        {
            yield return line.Entry.Action == "insert" ? " " : " to ";
            yield return new(TrailPartKind.After, fact.After);
        }
        if (fact.Kind == TrailFactKind.Erased)
            yield return " (the values were erased)";
    }

    static string Verb(TrailLine line, TrailFact fact) =>
        line.Entry.Action == "insert" ? "with "
        : fact.Kind == TrailFactKind.Set ? "set "
        : fact.Kind == TrailFactKind.Cleared ? "cleared "
        : "changed ";
}
