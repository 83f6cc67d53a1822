using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Employees;

sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> employee)
    {
        employee.ConfigureRecord("employees", Employee.MaxName, "search_text(name, phone, skills)");
        employee.ConfigurePhone(e => e.Phone);
        employee.ConfigureEmail(e => e.Email);
        employee.ConfigureHourlyRate(e => e.HourlyRate);
        employee.AddCheck("opening_hours", "opening_hours between 0 and 1000000");
        employee.AddCheck("skills", $"cardinality(skills) <= {Employee.MaxSkills}");
        employee.AddCheck(
            "employment",
            "employment in ('FullTime', 'PartTime', 'Freelance', 'Student', 'Temporary')"
        );
        employee.Property(e => e.Employment).HasConversion<string>();
        employee.Property(e => e.Notes).HasMaxLength(Employee.MaxNotes);
        employee.Property(e => e.OpeningHours).HasPrecision(9, 2);
        employee
            .Property(e => e.WorkedKey)
            .HasComputedColumnSql("coalesce(last_worked_on, date '-infinity')", stored: true);
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
        employee.HasIndex(e => new { e.WorkedKey, e.Id });
        employee.HasIndex(e => new { e.OpeningHours, e.Id });
    }
}
