using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace StaffDashboard.Web.Pages.Admin;

public static class AdminLinks
{
    public const string Users = "/admin/users";
    public const string UsersPart = Users + "?part=list";
    public const string Invite = "/admin/users/new";
    public const string Outbox = "/admin/outbox";
    public const string OutboxPart = Outbox + "?part=list";
    public const string Audit = "/admin/audit";
    public const string AuditCsv = "/admin/audit.csv";

    public static string With(string address, string name, string value) =>
        QueryHelpers.AddQueryString(address, name, value);

    public static string UserPage(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/users/{id}");

    public static string Letter(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/outbox/{id}");

    public static string PutBackRole(string user) => $"{Users}/{user}?handler=PutBack";

    /// <summary>What happened to one row.</summary>
    public static string AuditOf(string table, string row) => $"{Audit}?table={table}&row={row}";

    /// <summary>What one person on the team went through, whatever the table.</summary>
    public static string AuditOfPerson(Guid person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Audit}?person={person}");

    /// <summary>All that one request did.</summary>
    public static string AuditOfRequest(string request) => $"{Audit}?request={request}";
}
