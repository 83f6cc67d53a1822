using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Employees;

sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> employee)
    {
        employee.ToTable(
            "employees",
            table =>
            {
                table.HasCheckConstraint(
                    "employees_name",
                    "name <> '' and name = btrim(name) and name is nfc normalized"
                );
                table.HasCheckConstraint("employees_phone", @"phone ~ '^\+[1-9][0-9]{6,14}$'");
                table.HasCheckConstraint(
                    "employees_email",
                    "email like '_%@_%' and email = btrim(email)"
                );
                table.HasCheckConstraint(
                    "employees_hourly_rate",
                    "hourly_rate between 0 and 10000"
                );
                table.HasCheckConstraint(
                    "employees_opening_hours",
                    "opening_hours between 0 and 1000000"
                );
                table.HasCheckConstraint(
                    "employees_skills",
                    $"cardinality(skills) <= {Employee.MaxSkills}"
                );
                table.HasCheckConstraint(
                    "employees_employment",
                    "employment in ('FullTime', 'PartTime', 'Freelance', 'Student', 'Temporary')"
                );
            }
        );
        employee.Property(e => e.Id).ValueGeneratedNever();
        employee.Property(e => e.Name).HasMaxLength(Employee.MaxName);
        employee.Property(e => e.Phone).HasMaxLength(16);
        employee.Property(e => e.Email).HasMaxLength(Employee.MaxEmail);
        employee.Property(e => e.Employment).HasConversion<string>();
        employee.Property(e => e.Notes).HasMaxLength(Employee.MaxNotes);
        employee.Property(e => e.HourlyRate).HasPrecision(8, 2);
        employee.Property(e => e.OpeningHours).HasPrecision(9, 2);
        employee.Property(e => e.CreatedAt).HasDefaultValueSql("now()");
        employee
            .Property(e => e.UpdatedAt)
            .HasDefaultValueSql("now()")
            .ValueGeneratedOnAddOrUpdate();
        employee.Property(e => e.Version).IsRowVersion();
        employee
            .Property(e => e.NameKey)
            .UseCollation("C")
            .HasComputedColumnSql("search_text(name)", stored: true);
        employee
            .Property(e => e.WorkedKey)
            .HasComputedColumnSql("coalesce(last_worked_on, date '-infinity')", stored: true);
        employee
            .Property(e => e.Search)
            .HasComputedColumnSql("search_text(name, phone, skills)", stored: true);
        employee
            .HasOne(e => e.WorkRole)
            .WithMany()
            .HasForeignKey(e => e.WorkRoleId)
            .OnDelete(DeleteBehavior.Restrict);
        employee
            .HasOne<User>()
            .WithMany()
            .HasForeignKey(e => e.UserId)
            .OnDelete(DeleteBehavior.SetNull);

        employee
            .HasIndex(e => e.Phone)
            .IsUnique()
            .HasFilter("archived_at is null and erased_at is null");
        employee.HasIndex(e => e.UserId).IsUnique();
        employee.HasIndex(e => e.WorkRoleId);
        employee.HasIndex(e => e.Skills).HasMethod("gin");
        employee.HasIndex(e => new { e.NameKey, e.Id });
        employee.HasIndex(e => new { e.WorkedKey, e.Id });
        employee.HasIndex(e => new { e.OpeningHours, e.Id });
        employee.HasIndex(e => new { e.CreatedAt, e.Id });
    }
}
