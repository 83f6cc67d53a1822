using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Tests.Data.Imports;

/// <summary>A kind of record of which the product knows nothing.</summary>
sealed class Firm : IRecord
{
    internal const string TableSql = """
        create table firms (id uuid primary key, name text not null, email text, city text, archived_at timestamptz);
        create unique index firms_email on firms (email) where archived_at is null;
        grant select, insert, update on firms to staffdashboard_app;
        """;

    static readonly Section Contact = new("Contact");

    internal static readonly Field<Firm> NameField = new(
        nameof(Name),
        "name",
        "Name",
        Contact,
        Required("Enter a name."),
        f => f.Name,
        (f, v) => f.Name = v
    )
    {
        IsRequired = true,
        Headings = "firm|company",
    };

    internal static readonly Field<Firm> EmailField = new(
        nameof(Email),
        "email",
        "E-mail",
        Contact,
        new TextType(100),
        f => f.Email ?? "",
        (f, v) => f.Email = TextType.OrNull(v)
    );

    internal static readonly Field<Firm> CityField = new(
        nameof(City),
        "city",
        "City",
        Contact,
        Required("Enter a city."),
        f => f.City ?? "",
        (f, v) => f.City = TextType.OrNull(v)
    )
    {
        IsRequired = true,
    };

    internal static readonly RecordType<Firm> Type = new(
        "firms",
        "firm",
        "firms",
        [Contact],
        [NameField, EmailField, CityField]
    )
    {
        Heading = "Firms",
    };

    internal static readonly ImportType<Firm> ByEmail = new(
        Type,
        NameField,
        new(
            EmailField,
            "E-mail: it's that of line %s.",
            "E-mail: %s has this address, 100%% of it."
        )
    );

    internal static readonly ImportType<Firm> ByName = new(
        Type,
        NameField,
        new(NameField, "Name: line %s has the same name.", "Name: there is a firm %s.")
    );

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string? Email { get; set; }
    public string? City { get; set; }
    public DateTimeOffset? ArchivedAt { get; private set; }

    public void Archive(TimeProvider clock) => ArchivedAt ??= clock.GetUtcNow();

    public void Restore() => ArchivedAt = null;

    static TextType Required(string problem) =>
        new(100) { IsNeverNull = true, Check = (v, _) => (v, v.Length == 0 ? problem : "") };
}

sealed class FirmOffice(DbContextOptions<Office> options) : Office(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var firm = modelBuilder.Entity<Firm>().ToTable("firms");
        firm.Property(f => f.Id).HasColumnName("id");
        firm.Property(f => f.Name).HasColumnName("name");
        firm.Property(f => f.Email).HasColumnName("email");
        firm.Property(f => f.City).HasColumnName("city");
        firm.Property(f => f.ArchivedAt).HasColumnName(IRecord.ArchivedAtColumn);
    }
}
