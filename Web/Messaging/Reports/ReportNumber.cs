using System.Globalization;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>Figures as they stand in a letter. What was not measured is a dash.</summary>
static class ReportNumber
{
    public const string None = "–";

    public static string Count(double? count) =>
        count is { } value
            ? value.ToString(value % 1 == 0 ? "#,0" : "#,0.#", CultureInfo.InvariantCulture)
            : None;

    /// <summary>Rounded down: 100 % are all.</summary>
    public static string Share(double? share) =>
        share is { } value
            ? $"{(Math.Floor(value * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture)} %"
            : None;

    public static string Milliseconds(double? milliseconds) =>
        milliseconds switch
        {
            null => None,
            < 1000 => $"{Math.Round(milliseconds.Value).ToString(CultureInfo.InvariantCulture)} ms",
            _ => $"{(milliseconds.Value / 1000).ToString("#,0.0", CultureInfo.InvariantCulture)} s",
        };
}
