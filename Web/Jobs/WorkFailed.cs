namespace StaffDashboard.Web.Jobs;

/// <summary>Work that failed for a reason its words explain to a clerk: they stand in the history as they are.</summary>
public sealed class WorkFailed(string why, Exception? cause = null) : Exception(why, cause);
