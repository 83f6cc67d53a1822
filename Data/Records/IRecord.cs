namespace StaffDashboard.Data.Records;

/// <summary>A row that an office keeps by hand: its page has sections, a history and a way back.</summary>
public interface IRecord
{
    /// <summary>Set by a command, not by a form.</summary>
    const string ArchivedAtColumn = "archived_at";

    Guid Id { get; }

    /// <summary>A column: lists of what happened read it alone.</summary>
    string Name { get; }
    DateTimeOffset? ArchivedAt { get; }
    void Archive(TimeProvider clock);
    void Restore();
}
