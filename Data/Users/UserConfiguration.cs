using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Users;

sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable(
            "users",
            table => table.HasCheckConstraint("users_role", "role in ('Staff', 'Manager', 'Admin')")
        );
        user.Property(u => u.Id).ValueGeneratedNever();
        user.Ignore(u => u.IsDisabled).Ignore(u => u.IsInvited);
        user.Property(u => u.Name).HasMaxLength(120);
        user.Property(u => u.Email).HasMaxLength(254).IsRequired();
        user.Property(u => u.NormalizedEmail).HasMaxLength(254).IsRequired();
        user.Property(u => u.UserName).HasMaxLength(254).IsRequired();
        user.Property(u => u.NormalizedUserName).HasMaxLength(254).IsRequired();
        user.Property(u => u.SecurityStamp).IsRequired();
        user.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
        user.Property(u => u.Role).HasConversion<string>();
        user.Property(u => u.CreatedAt).HasDefaultValueSql("now()");
        user.HasIndex(u => u.NormalizedUserName).IsUnique();
        user.HasIndex(u => u.NormalizedEmail).IsUnique();
        user.Ignore(u => u.PhoneNumber)
            .Ignore(u => u.PhoneNumberConfirmed)
            .Ignore(u => u.LockoutEnd)
            .Ignore(u => u.LockoutEnabled)
            .Ignore(u => u.AccessFailedCount)
            .Ignore(u => u.TwoFactorEnabled);
    }
}
