namespace StaffDashboard.Web.Pages.Shared.Here;

public sealed record Colleague(Guid Id, string Name);
