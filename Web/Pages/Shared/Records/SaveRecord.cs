using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>Saves a form into the record as it is at that very moment.</summary>
static class SaveRecord
{
    public static Task<object> SaveAsync(
        this RecordType type,
        Office office,
        Effect effect,
        Guid id,
        RecordForm form,
        CancellationToken stop
    ) => type.RetryAsync(office, id, () => TryAsync(type, office, effect, id, form, stop), stop);

    static async Task<object> TryAsync(
        RecordType type,
        Office office,
        Effect effect,
        Guid id,
        RecordForm form,
        CancellationToken stop
    )
    {
        var record = await type.FindAsync(office, id, stop);
        if (record is null)
            return new ErasedMeanwhile();
        if (record.ArchivedAt is not null && !form.KnowsArchived)
            return new ArchivedMeanwhile();
        form.Know(record);
        var outcome = RecordEdit.Apply(type.Table, record, form.Edits(record));
        if (outcome.Clashes.Count > 0)
            return new Clashing(outcome.Clashes);
        if (outcome.Changed.Count == 0 && !form.GivenUps(record).Any())
            return new Unchanged(outcome.Kept);
        try
        {
            await effect.SaveAsync(stop);
            await GivenUp.KeepAsync(
                office,
                type.Table,
                $"{id}",
                type.IsPerson ? id : null,
                type.Topic(id),
                form.GivenUps(record),
                stop
            );
            return new Saved(record, outcome.Kept, outcome.Changed);
        }
        catch (DbUpdateException e) when (e.IsTaken() || e.IsGone())
        {
            await effect.BeginAgainAsync();
            office.ChangeTracker.Clear();
            return new TakenMeanwhile();
        }
    }
}

sealed record Saved(IRecord Record, IReadOnlyList<Field> Kept, IReadOnlyList<Field> Changed);

/// <summary>All of it is so already: nothing is written, and nothing may be answered as done.</summary>
sealed record Unchanged(IReadOnlyList<Field> Kept);

sealed record Clashing(IReadOnlyList<FieldClash> Clashes);

sealed record TakenMeanwhile;

sealed record ArchivedMeanwhile;

sealed record ErasedMeanwhile;
