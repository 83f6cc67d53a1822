using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>A record as it is drawn for everybody of one role.</summary>
/// <param name="Audience">Somebody of that role: what is drawn for one is shown to all of them.</param>
public sealed record RecordView(
    RecordPages Pages,
    IRecord Record,
    OfficeWords Words,
    Viewer Audience
)
{
    public Guid Id => Record.Id;
    public RecordLinks Links => Pages.Links;
    public RecordType Type => Pages.Type;
    public bool IsArchived => Record.ArchivedAt is not null;
    string Topic => Type.Topic(Id);

    /// <summary>Why it could not be restored: for one viewer alone, now.</summary>
    public Remark? Holder { get; init; }

    public string Show(Field field) => field.Show(field.Of(Record), Words);

    public IEnumerable<Field> Seen => Type.Fields.Where(f => f.MayBeSeenBy(Audience));

    public IEnumerable<Field> In(Section section) => Seen.Where(f => f.Section == section);

    /// <summary>What changes a part that shows these.</summary>
    public string Topics(IEnumerable<Field> fields) =>
        string.Join(
            ' ',
            fields
                .Lists()
                .Where(list => list.IsWatchedByAll)
                .Select(list => list.Topic)
                .Prepend(Topic)
        );
}
