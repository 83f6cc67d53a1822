namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What else has this value. An error keeps the form from being saved, a warning does not.</summary>
/// <param name="Key">The field.</param>
/// <param name="Link">Where the other one is looked at, and what that is called.</param>
public sealed record Remark(
    string Key,
    bool IsError,
    string Text,
    (string Address, string Name) Link
);
