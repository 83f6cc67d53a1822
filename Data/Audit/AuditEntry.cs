using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Audit;

/// <summary>A fact of the trail. The database alone writes them; sentences are made when shown.</summary>
public class AuditEntry
{
    public DateTimeOffset At { get; private set; }
    public long Id { get; private set; }
    public Guid? ActorId { get; private set; }

    /// <summary>The actor's name as it was then; for SQL typed by hand, the database role.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>As it is told. SQL typed by hand has no person behind it, only a role of the database.</summary>
    public string ActorName =>
        ActorId is not null ? Actor
        : Actor == Viewer.Program.Name || Actor is "staffdashboard_app" or "staffdashboard_owner"
            ? "The program"
        : $"{Actor} (at the database)";

    public string? RequestId { get; private set; }

    /// <summary>insert, update, delete, erase or given-up.</summary>
    public string Action { get; private set; } = "";
    public string TableName { get; private set; } = "";
    public string RowId { get; private set; } = "";
    public Guid? PersonId { get; private set; }

    /// <summary>Column → [before, after], or [kept, given up]; null in place of the pair where the values were erased.</summary>
    public JsonDocument Diff { get; private set; } = null!;

    /// <summary>Somebody changed their own user, or opened or ended their own session.</summary>
    public bool IsAboutActor => ActorId is { } actor && Owner() == actor.ToString();

    string? Owner() =>
        TableName == "users" ? RowId
        : TableName == "sessions" && Diff.RootElement.TryGetProperty("user_id", out var pair)
            ? pair.EnumerateArray()
                .Last(value => value.ValueKind == JsonValueKind.String)
                .GetString()
        : null;
}

sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        // Partitioned, which EF cannot say: audit.sql creates it.
        entry
            .ToTable("audit_log", table => table.ExcludeFromMigrations())
            .HasKey(e => new { e.At, e.Id });
        entry.Property(e => e.Diff).HasColumnType("jsonb");
        entry.Ignore(e => e.IsAboutActor).Ignore(e => e.ActorName);
    }
}
