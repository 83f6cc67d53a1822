namespace StaffDashboard.Web.Pages.Shared.Confirmation;

/// <param name="Action">Where the form was sent, and goes again.</param>
/// <param name="Back">Its page.</param>
/// <param name="Fields">What was in it.</param>
/// <param name="Problem">Why the password typed before was not taken.</param>
public sealed record ConfirmPasswordView(
    string Action,
    string Back,
    IReadOnlyList<(string Name, string Value)> Fields,
    string? Problem
);
