namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>A daily report in words: drawn once as text and once as markup, so that both say the same.</summary>
public sealed record ReportLetter(
    string Subject,
    string Title,
    string Verdict,
    bool IsAllClear,
    string? Note,
    IReadOnlyList<ReportTable> Tables
);

/// <param name="Title">What it is about.</param>
/// <param name="Link">Where to look closer.</param>
/// <param name="Columns">The first is what a row is about, the others are figures.</param>
/// <param name="Rows">As many cells as there are columns.</param>
/// <param name="Empty">What to say where there is no row.</param>
/// <param name="Links">Where a row leads; null where rows lead nowhere.</param>
public sealed record ReportTable(
    string Title,
    Uri Link,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string Empty,
    IReadOnlyList<Uri>? Links = null
);
