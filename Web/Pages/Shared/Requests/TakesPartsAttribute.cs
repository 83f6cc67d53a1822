namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>A page for strangers that takes multipart forms, too. Files in them are not looked at.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesPartsAttribute : Attribute;
