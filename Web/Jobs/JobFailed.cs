namespace StaffDashboard.Web.Jobs;

/// <summary>A job failed for a reason whose words explain it to people: they are shown as they are.</summary>
public sealed class JobFailed(string why, Exception? cause = null) : Exception(why, cause);
