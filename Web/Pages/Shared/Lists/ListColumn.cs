using StaffDashboard.Data.Fields;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Sort">The key of the sort that its heading leads to.</param>
/// <param name="Field">What stands in it, where the general row draws it.</param>
public sealed record ListColumn(
    string Label,
    string? Sort = null,
    string? Css = null,
    Field? Field = null
);
