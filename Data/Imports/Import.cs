using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Imports;

public enum ImportState
{
    Mapping,
    Checking,
    Checked,
    Saving,
    Done,
    Cancelled,
    Failed,
    Undone,
}

/// <summary>One uploaded list of records, on its way into the office.</summary>
public class Import
{
    public const int MaxRows = 100_000;
    public const long MaxBytes = 64 * 1024 * 1024;
    public const int MaxColumns = 60;
    public const int KeptDays = 7;
    const int MostUndone = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OwnerId { get; init; }

    /// <summary>What kind of record it brings: see <see cref="ImportTypes"/>.</summary>
    public string TableName { get; init; } = "";
    public string FileName { get; init; } = "";
    public char Separator { get; init; } = ',';
    public ImportState State { get; private set; }
    public string[] Columns { get; init; } = [];

    /// <summary>For each column of the file the field it fills, or an empty text.</summary>
    public string[] Mapping { get; set; } = [];

    /// <summary>Whom the key finds is updated; otherwise the line is rejected.</summary>
    public bool UpdateKnown { get; set; }
    public bool AddChoices { get; set; }

    /// <summary>Choices that the file names and the office does not have yet; the ids are theirs already.</summary>
    public string[] NewChoices { get; private set; } = [];
    public Guid[] NewChoiceIds { get; private set; } = [];

    /// <summary>Who pressed the button: the trail names this person.</summary>
    public Guid? AskedById { get; private set; }
    public bool LeaveRejectedOut { get; private set; }
    public int Total { get; set; }
    public int Progress { get; private set; }
    public int Added { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Rejected { get; private set; }
    public bool CancelRequested { get; private set; }
    public string? Problem { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public bool IsRunning => State is ImportState.Checking or ImportState.Saving;
    public bool HasEnded =>
        State is ImportState.Done or ImportState.Cancelled or ImportState.Undone;
    public bool MayCheck => !IsRunning && !HasEnded;

    /// <summary>All or nothing: while lines are rejected, nobody saves without having said that they stay out.</summary>
    public bool MaySave(bool leaveRejectedOut) =>
        State is ImportState.Checked && Added + Updated > 0 && (Rejected == 0 || leaveRejectedOut);

    /// <summary>By whoever saved it, as any change of theirs; more records than this are too many for one press.</summary>
    public bool MayUndo(Guid? by) =>
        State is ImportState.Done && AskedById == by && Added + Updated is > 0 and <= MostUndone;

    public void Undo() => State = ImportState.Undone;

    public bool Check(Guid by)
    {
        if (MayCheck)
            Start(ImportState.Checking, by);
        return State is ImportState.Checking;
    }

    public bool Save(Guid by, bool leaveRejectedOut)
    {
        if (!MaySave(leaveRejectedOut))
            return State is ImportState.Saving;
        LeaveRejectedOut = leaveRejectedOut;
        Start(ImportState.Saving, by);
        return true;
    }

    /// <summary>What runs stops at its next step, wherever it runs; what waits is cancelled at once.</summary>
    public void Cancel(TimeProvider clock)
    {
        if (IsRunning)
            CancelRequested = true;
        else if (!HasEnded)
            End(ImportState.Cancelled, null, clock);
    }

    public void End(ImportState state, string? problem, TimeProvider clock) =>
        (State, Problem, FinishedAt) = (state, problem, clock.GetUtcNow());

    internal void Checked(ImportCounts counts, string[] newChoices, Guid[] newChoiceIds)
    {
        (Added, Updated, Unchanged, Rejected) = counts;
        (NewChoices, NewChoiceIds) = (newChoices, newChoiceIds);
        State = ImportState.Checked;
    }

    internal void CheckAgain(string why) => (State, Problem) = (ImportState.Checked, why);

    void Start(ImportState state, Guid by)
    {
        (State, AskedById, Progress, Problem, CancelRequested) = (state, by, 0, null, false);
        FinishedAt = null;
    }
}

public sealed record ImportCounts(int Add, int Update, int Same, int Rejected);

sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(255);
        import.Property(i => i.UpdateKnown).HasColumnName("update_by_phone");
        import.Property(i => i.AddChoices).HasColumnName("add_roles");
        import.Property(i => i.NewChoices).HasColumnName("new_roles");
        import.Property(i => i.NewChoiceIds).HasColumnName("new_role_ids");
        // Two people press different buttons: the second one is told, not obeyed.
        import.Property(i => i.State).HasConversion<string>().IsConcurrencyToken();
        import.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        import.HasIndex(i => i.CreatedAt);
    }
}
