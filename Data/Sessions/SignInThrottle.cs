using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Sessions;

/// <summary>How often signing in failed lately, for one account or one address (the key is a hash of which).</summary>
public class SignInThrottle
{
    public string Key { get; init; } = "";
    public int Failures { get; set; }
    public DateTimeOffset LastFailureAt { get; set; }
}

sealed class SignInThrottleConfiguration : IEntityTypeConfiguration<SignInThrottle>
{
    public void Configure(EntityTypeBuilder<SignInThrottle> throttle)
    {
        throttle.ToTable("sign_in_throttles").HasKey(t => t.Key);
        throttle.HasIndex(t => t.LastFailureAt);
    }
}
