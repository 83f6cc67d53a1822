namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>How the form of a <see cref="SmallFormPage"/> is drawn; while somebody has to choose, the chooser in its place.</summary>
/// <param name="Action">What it does, as the audit of problems calls it.</param>
/// <param name="Post">Where it is sent.</param>
public sealed record SmallFormView(SmallFormPage Page, string Title, string Action, string Post)
{
    public string Save { get; init; } = "Save changes";

    /// <summary>Where whoever leaves the form goes. Null: it stays where it is.</summary>
    public string? Leave { get; init; }

    /// <summary>Sends the same form elsewhere.</summary>
    public FormButton? Other { get; init; }
}

public sealed record FormButton(string Text, string Post, string Action, bool IsDanger = false);
