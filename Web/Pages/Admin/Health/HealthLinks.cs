using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

public static class HealthLinks
{
    public const string Overview = "/admin/sync-health";
    public const string Series = Overview + "/series";
    public const string Csv = Overview + "/figures.csv";
    public const string Jobs = "/admin/jobs";
    public const string Problems = "/admin/problems";
    public const string Alarms = "/admin/alerts";
    public const string Reports = "/admin/reports";

    public static string Alarm(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Alarms}/{id}");

    public static string Problem(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Problems}/{id}");

    public static string Report(DateOnly day) => $"{Reports}/{DateText.Iso(day)}";

    public static string Job(string id) => $"{Jobs}#job-{id}";

    public static string Person(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Overview}/people/{id}");

    public static string Person(Guid id, Period period) =>
        period == Period.Day ? Person(id) : $"{Person(id)}?period={period.Key}";

    /// <summary>A chart of one person reads the same addresses, with whose it is.</summary>
    public static string Of(string address, Guid? person) =>
        person is { } id
            ? AdminLinks.With(address, "person", id.ToString("D", CultureInfo.InvariantCulture))
            : address;
}
