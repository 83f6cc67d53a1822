using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Trail;

/// <summary>An entry of the trail, told: who did what to whom, and which values differed.</summary>
public sealed record TrailLine(
    AuditEntry Entry,
    string Actor,
    string Subject,
    IReadOnlyList<string> Acts,
    IReadOnlyList<TrailFact> Facts
)
{
    /// <summary>What whoever did it was called then, where that is not their name today.</summary>
    public string? ActorThen { get; init; }

    /// <summary>By no user: it is shown so that no name of a user can look like it.</summary>
    public bool IsByProgram => Entry.ActorId is null;

    public static TrailLine Of(AuditEntry entry, TrailNames names, Viewer viewer) =>
        new(
            entry,
            names.ActorOf(entry),
            SubjectOf(entry, names),
            [.. TrailActs.Of(entry)],
            entry.Action is "update" or "insert" or GivenUp.Action
                ? [.. TrailFacts.Of(entry, names, viewer).Where(fact => !IsTold(entry, fact))]
                : []
        )
        {
            ActorThen = names.ActorOf(entry) == entry.ActorName ? null : entry.ActorName,
        };

    /// <summary>"Bea changed hours of Amira Yilmaz from 12 to 14.5". Without the subject: "Bea changed hours from 12 to 14.5".</summary>
    public string Text(bool withSubject = true) =>
        string.Concat(Parts(withSubject).Select(part => part.Text));

    public IReadOnlyList<TrailPart> Parts(bool withSubject = true) =>
        TrailSentence.Of(this, withSubject && !Entry.IsAboutActor);

    static string SubjectOf(AuditEntry entry, TrailNames names)
    {
        if (entry.TableName == "sessions")
            return names.Of("users", TrailSubjects.Stored(entry, "user_id") ?? "") ?? "somebody";
        return names.Of(entry.TableName, entry.RowId)
            ?? TrailSubjects.Of(entry)
            ?? TrailSubjects.Stored(entry, "name")
            ?? TrailSubjects.Stored(entry, "file_name")
            ?? TrailSubjects.Stored(entry, "email")
            ?? (
                RecordTypes.Of(entry.TableName) is { } type
                    ? $"an erased {type.Word}"
                    : "something removed"
            );
    }

    // The name is the subject; what was switched on or off is the act.
    static bool IsTold(AuditEntry entry, TrailFact fact) =>
        entry.Action switch
        {
            "insert" => fact.Column == (entry.TableName == "alarms" ? "subject" : "name"),
            "update" => fact.Column == "is_on"
                && entry.TableName is ("alarm_rules" or "report_settings"),
            _ => false,
        };
}
