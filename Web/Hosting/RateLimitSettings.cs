namespace StaffDashboard.Web.Hosting;

/// <summary>How many requests a second are answered, by each node; ten times as many in a burst. Null is without limit.</summary>
/// <param name="User">Of one signed-in person, with all tabs.</param>
/// <param name="Stranger">Of one address, from all who are not signed in there.</param>
/// <param name="Address">Of one address, from everybody there: a whole office may sit behind it.</param>
/// <param name="UserAtOnce">Of one signed-in person, under way at the same moment: more than that wait their turn.</param>
public sealed record RateLimitSettings(
    int? User = 100,
    int? Stranger = 50,
    int? Address = 1000,
    int? UserAtOnce = 10
);
