using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Records;

static class RecordConfiguration
{
    /// <summary>The columns, checks and indexes that every record of a list has.</summary>
    /// <param name="searched">SQL of what is searched in, of the row's own columns.</param>
    public static void ConfigureRecord<T>(
        this EntityTypeBuilder<T> record,
        string table,
        int longestName,
        string searched
    )
        where T : Record
    {
        record.ToTable(
            table,
            checks =>
                checks.HasCheckConstraint(
                    $"{table}_name",
                    "name <> '' and name = btrim(name) and name is nfc normalized"
                )
        );
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Name).HasMaxLength(longestName);
        record.Property(r => r.CreatedAt).HasDefaultValueSql("now()");
        record.Property(r => r.UpdatedAt).HasDefaultValueSql("now()").ValueGeneratedOnAddOrUpdate();
        record.Property(r => r.Version).IsRowVersion();
        record
            .Property(r => r.NameKey)
            .UseCollation("C")
            .HasComputedColumnSql("search_text(name)", stored: true);
        record.Property(r => r.Search).HasComputedColumnSql(searched, stored: true);
        record.HasIndex(r => new { r.NameKey, r.Id });
        record.HasIndex(r => new { r.CreatedAt, r.Id });
    }

    public static void ConfigurePhone<T>(
        this EntityTypeBuilder<T> record,
        Expression<Func<T, string?>> phone
    )
        where T : Record
    {
        record.Property(phone).HasMaxLength(16);
        record.AddCheck("phone", @"phone ~ '^\+[1-9][0-9]{6,14}$'");
    }

    public static void ConfigureEmail<T>(
        this EntityTypeBuilder<T> record,
        Expression<Func<T, string?>> email
    )
        where T : Record
    {
        record.Property(email).HasMaxLength(Employees.EmailAddress.MaxLength);
        record.AddCheck("email", "email like '_%@_%' and email = btrim(email)");
    }

    /// <summary>What an hour costs.</summary>
    public static void ConfigureHourlyRate<T>(
        this EntityTypeBuilder<T> record,
        Expression<Func<T, decimal?>> rate
    )
        where T : Record
    {
        record.Property(rate).HasPrecision(8, 2);
        record.AddCheck("hourly_rate", "hourly_rate between 0 and 10000");
    }

    /// <param name="name">Without the table, which stands before it.</param>
    public static void AddCheck<T>(this EntityTypeBuilder<T> record, string name, string sql)
        where T : Record
    {
        var table = record.Metadata.GetTableName();
        record.ToTable(checks => checks.HasCheckConstraint($"{table}_{name}", sql));
    }
}
