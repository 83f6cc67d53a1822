namespace StaffDashboard.Web.Messaging;

/// <summary>A letter as it lies in the outbox folder.</summary>
public sealed record StoredLetter(
    string Id,
    DateTimeOffset At,
    string To,
    string Subject,
    string Text
);
