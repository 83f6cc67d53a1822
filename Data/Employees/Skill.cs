using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Employees;

/// <summary>A skill that was ever entered; the database adds a new one by itself when somebody gets it.</summary>
public class Skill
{
    public string Name { get; init; } = "";
}

sealed class SkillConfiguration : IEntityTypeConfiguration<Skill>
{
    public void Configure(EntityTypeBuilder<Skill> skill) =>
        skill.ToTable("skills").HasKey(s => s.Name);
}
