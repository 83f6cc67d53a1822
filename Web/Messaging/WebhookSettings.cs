namespace StaffDashboard.Web.Messaging;

/// <summary>Where alarms are told besides mail. The address itself may hold a secret, and is written nowhere.</summary>
public sealed record WebhookSettings(Uri Address, string? Secret);
