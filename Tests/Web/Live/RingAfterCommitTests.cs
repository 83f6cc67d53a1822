using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class RingAfterCommitTests(LiveDatabase database)
    : IClassFixture<LiveDatabase>,
        IAsyncLifetime
{
    LiveNode node = null!;
    NpgsqlConnection listener = null!;

    public async ValueTask InitializeAsync()
    {
        node = await LiveNode.StartAsync(database.AppConnection);
        listener = await database.Owner.OpenConnectionAsync();
        await using var listen = new NpgsqlCommand("listen changes", listener);
        await listen.ExecuteNonQueryAsync();
        await database.ExecuteAsync("truncate notes");
    }

    public async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_save_rings()
    {
        await using var notes = Open();
        notes.Add(new Note { Id = 1 });
        await notes.SaveChangesAsync();

        Assert.True(await IsRungAsync());
    }

    [Fact]
    public async Task A_bulk_statement_rings()
    {
        await using var notes = Open();
        await notes.Notes.ExecuteUpdateAsync(set => set.SetProperty(note => note.Text, "x"));

        Assert.True(await IsRungAsync());
    }

    [Fact]
    public async Task A_transaction_rings_when_it_has_committed_and_not_before()
    {
        await using var notes = Open();
        await using var transaction = await notes.Database.BeginTransactionAsync();
        notes.Add(new Note { Id = 2 });
        await notes.SaveChangesAsync();
        await notes.Notes.ExecuteDeleteAsync();
        Assert.False(await IsRungAsync(TimeSpan.FromMilliseconds(200)));

        await transaction.CommitAsync();

        Assert.True(await IsRungAsync());
    }

    [Fact]
    public async Task What_is_rolled_back_does_not_ring()
    {
        await using var notes = Open();
        await using var transaction = await notes.Database.BeginTransactionAsync();
        notes.Add(new Note { Id = 3 });
        await notes.SaveChangesAsync();
        await transaction.RollbackAsync();

        Assert.False(await IsRungAsync(TimeSpan.FromMilliseconds(200)));
    }

    Task<bool> IsRungAsync(TimeSpan? patience = null) =>
        listener.WaitAsync(patience ?? TimeSpan.FromSeconds(60));

    NoteBook Open() =>
        new(
            new DbContextOptionsBuilder()
                .UseNpgsql(database.AppConnection)
                .AddInterceptors(node.Get<RingAfterCommit>())
                .Options
        );

    sealed class NoteBook(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Note>(note =>
            {
                note.ToTable("notes");
                note.Property(n => n.Id).HasColumnName("id").ValueGeneratedNever();
                note.Property(n => n.Text).HasColumnName("text");
            });
    }

    sealed class Note
    {
        public int Id { get; set; }
        public string? Text { get; set; }
    }
}
