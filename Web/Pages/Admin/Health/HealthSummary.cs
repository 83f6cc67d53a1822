namespace StaffDashboard.Web.Pages.Admin.Health;

public sealed record HealthSummary(Verdict Verdict, bool IsKnown, DateTimeOffset? LastKnown)
{
    public static HealthSummary Of(HealthFacts facts) =>
        new(Verdict.Of(facts), facts.IsKnown, facts.LastKnown);
}
