namespace StaffDashboard.Web.Measures;

/// <summary>A line of measure_minutes as this node has it so far.</summary>
sealed record MinuteLine(
    DateTimeOffset Minute,
    string Name,
    string Label,
    long Count,
    double Sum,
    double Max,
    long[]? Buckets
);
