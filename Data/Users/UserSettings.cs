using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Users;

public enum Theme
{
    System,
    Light,
    Dark,
}

public enum Density
{
    Cosy,
    Compact,
}

public class UserSettings
{
    public Guid UserId { get; init; }
    public Theme Theme { get; set; }
    public Density Density { get; set; }
}

sealed class UserSettingsConfiguration : IEntityTypeConfiguration<UserSettings>
{
    public void Configure(EntityTypeBuilder<UserSettings> settings)
    {
        settings.ToTable("user_settings").HasKey(s => s.UserId);
        settings.Property(s => s.UserId).ValueGeneratedNever();
        settings.Property(s => s.Theme).HasConversion<string>();
        settings.Property(s => s.Density).HasConversion<string>();
        settings
            .HasOne<User>()
            .WithOne()
            .HasForeignKey<UserSettings>(s => s.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
