namespace StaffDashboard.Web.Live;

/// <summary>One row of the change log.</summary>
public sealed record Change(
    ulong Xid,
    long Id,
    string[] Topics,
    string? Origin,
    string? By,
    DateTimeOffset At
);
