namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>A field that a colleague changed while its form was open.</summary>
public sealed record MeanwhileChange(string Who, string Field, string Value, bool IsOwn);
