using Microsoft.AspNetCore.Http.Extensions;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team;

public static class TeamLinks
{
    public const string List = "/team";
    public static readonly RecordLinks Person = new(Employee.Type, List);
    public const string Add = "/team/new";
    public const string Import = "/team/import";
    public const string Bulk = "/team/bulk";

    /// <summary>Links inside the list change the list alone; without script they lead to the whole page.</summary>
    public const string Swap = """target:"#team-list" swap:"outerMorph" """;

    public static string Of(TeamFilter filter) => List + new QueryBuilder(filter.Write());

    public static string Fragment(TeamFilter filter) =>
        List + new QueryBuilder([.. filter.Write(), new("part", "list")]);

    public static string Matches(TeamFilter filter) =>
        List
        + new QueryBuilder([.. (filter with { Position = null }).Write(), new("part", "matches")]);

    public static string Print(TeamFilter filter) =>
        "/team/print" + new QueryBuilder((filter with { Position = null }).Write());

    public static string Export(TeamFilter filter) =>
        "/team/export.csv" + new QueryBuilder((filter with { Position = null }).Write());
}
