namespace StaffDashboard.Data.Records;

public static class RecordEdit
{
    /// <summary>Merges an edit into the row as it is now: all of it, or nothing where both changed one field.</summary>
    public static Outcome Apply(string table, object row, IReadOnlyCollection<FieldEdit> edits)
    {
        var merged = edits
            .Select(edit => (edit, now: edit.Field.Of(row)))
            .Select(e => (e.edit, e.now, result: e.edit.TriedOn(table, e.now).Result))
            .ToList();
        var clashes = merged
            .Where(m => m.result.IsConflict)
            .Select(m => new FieldClash(m.edit.Field, m.edit.Mine, m.now))
            .ToList();
        var changed = merged.Where(m => clashes.Count == 0 && m.result.Value != m.now).ToList();
        foreach (var (edit, _, result) in changed)
            edit.Field.Put(row, result.Value);
        var kept = merged
            .Where(m => m.edit.Mine == m.edit.Was && m.now != m.edit.Was)
            .Select(m => m.edit.Field);
        return new Outcome(clashes, [.. kept], [.. changed.Select(m => m.edit.Field)]);
    }
}
