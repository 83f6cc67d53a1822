namespace StaffDashboard.Web.Pages.Shared.Trail;

public enum TrailPartKind
{
    Text,
    Actor,
    Subject,
    Before,
    After,
}

/// <summary>A run of words in a sentence; spaces between them are part of the text runs.</summary>
public sealed record TrailPart(TrailPartKind Kind, string Text)
{
    public static implicit operator TrailPart(string text) => new(TrailPartKind.Text, text);

    public static TrailPart FromString(string text) => text;
}
