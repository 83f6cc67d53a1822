using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public static class AlertLinks
{
    public const string All = "/admin/alerts";
    public const string OpenPart = All + "?part=open";
    public const string Rules = All + "/rules";
    public const string RulesPart = Rules + "?part=list";
    public const string RulePutBack = Rules + "?handler=PutBack";
    public const string Silences = All + "/silences";
    public const string SilencesPart = Silences + "?part=list";
    public const string EndSilence = Silences + "?handler=End";

    /// <param name="rule">Null or empty: of every kind.</param>
    /// <param name="period">A day of the office, such as 2026-11-20; null: all days.</param>
    public static string Of(string? rule, string? period) =>
        QueryHelpers.AddQueryString(
            All,
            ((KeyValuePair<string, string?>[])[new("rule", rule), new("period", period)]).Where(
                pair => !string.IsNullOrEmpty(pair.Value)
            )
        );

    public static string One(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{All}/{id}");

    public static string OnePart(Guid id) => One(id) + "?part=facts";

    public static string Acknowledge(Guid id) => One(id) + "?handler=Acknowledge";

    public static string Series(Guid id) => One(id) + "/series";

    public static string Rule(string name) => $"{Rules}?edit={name}";

    public static string RuleReset(string name) => Rule(name) + "&handler=Reset";
}
