using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Audit;

/// <summary>Which lines of the trail: all of it stands in the address, so that a view can be sent.</summary>
public sealed class AuditFilter
{
    /// <summary>Whoever did it, by id; "hand" for SQL typed by hand and the program itself.</summary>
    public string? Actor { get; set; }

    /// <summary>Somebody or something with a page of its own, by id or by a part of the name.</summary>
    public string? Person { get; set; }
    public string? Table { get; set; }
    public string? Row { get; set; }
    public string? Request { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsEmpty => Values().All(pair => string.IsNullOrEmpty(pair.Value));

    public string Query(string page) =>
        QueryHelpers.AddQueryString(
            page,
            Values().Where(pair => !string.IsNullOrEmpty(pair.Value))
        );

    IEnumerable<KeyValuePair<string, string?>> Values() =>
        [
            new("actor", Actor),
            new("person", Person),
            new("table", Table),
            new("row", Row),
            new("request", Request),
            new("from", From is { } from ? DateText.Iso(from) : null),
            new("to", To is { } to ? DateText.Iso(to) : null),
        ];
}
