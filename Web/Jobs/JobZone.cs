namespace StaffDashboard.Web.Jobs;

/// <summary>The office's zone, in which the schedule is read.</summary>
public sealed record JobZone(TimeZoneInfo Zone);
