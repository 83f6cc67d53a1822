namespace StaffDashboard.Web.Access;

/// <summary>
/// Answered however much the same person has under way: what takes a session away from somebody else must not have to
/// wait for them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DisableConcurrencyLimitAttribute : Attribute;
