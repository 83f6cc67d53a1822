using System.Text.Json.Serialization;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>What one open page tells of itself. Times are ages: a browser's clock may be off by a day.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
sealed record Report
{
    /// <summary>A report that is sent again, because its answer was lost, counts once.</summary>
    public required Guid Id { get; init; }
    public required Guid Browser { get; init; }
    public required ReportedPage Page { get; init; }
    public ReportedMinute[] Minutes { get; init; } = [];
    public ReportedEvent[] Events { get; init; } = [];
}

/// <param name="Opened">Milliseconds ago.</param>
/// <param name="Latency">Milliseconds there and back.</param>
/// <param name="Oldest">Milliseconds ago, of the changes that wait.</param>
/// <param name="Leaving">The page is being closed or left.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
sealed record ReportedPage(
    string Path,
    double Opened,
    string State,
    string Transport,
    double? Latency,
    int Waiting,
    double? Oldest,
    string Version,
    bool Leaving
);

/// <param name="Age">Milliseconds ago, at its beginning.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
sealed record ReportedMinute(double Age, ReportedFigure[] Figures);

/// <param name="Values">Each value on its own; of what is only counted there are none.</param>
/// <param name="Count">How often, of what is only counted.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
sealed record ReportedFigure(string Name, string Label, double[]? Values, int? Count);

/// <param name="Age">Milliseconds ago.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
sealed record ReportedEvent(double Age, string Kind, string Detail, double? Ms);
