namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Somebody else of the team, to be linked to.</summary>
public sealed record Other(Guid Id, string Name, bool IsArchived);
