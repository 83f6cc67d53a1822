namespace StaffDashboard.Web.Measures;

/// <param name="Slow">A query that takes longer is written down.</param>
/// <param name="Collector">Where figures and activities go besides, by OTLP over http; null for nowhere.</param>
/// <param name="DataFolder">The disk that must not fill up.</param>
/// <param name="OfNode">Whether this node measures itself; what browsers tell is taken in any case.</param>
public sealed record MeasureSettings(
    TimeSpan Slow,
    Uri? Collector,
    string DataFolder,
    bool OfNode = true
);
