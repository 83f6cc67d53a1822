namespace StaffDashboard.Data.Conflicts;

/// <summary>One field of a form: what it was when the form was opened, what is wanted, and what it is by now.</summary>
public sealed record Tried(
    string Table,
    string Column,
    string Key,
    string Was,
    string Mine,
    string Now
)
{
    public Merged Result =>
        LastWriteWins.In(Table, Column) ? new(Mine, IsConflict: false) : Merge.Of(Was, Mine, Now);
}
