using StaffDashboard.Data;
using StaffDashboard.Data.Audit;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>What a colleague did while a form was open.</summary>
/// <param name="What">With its verb, as it stands within a sentence.</param>
/// <param name="Value">What it is now, where there is something to show.</param>
public sealed record MeanwhileChange(string Who, bool IsOwn, string What, string? Value = null)
{
    const int Longest = 120;

    /// <summary>A text brings its own full stop.</summary>
    public bool EndsSentence => Value is { Length: > 0 } && Value[^1] is '.' or '!' or '?' or '…';

    public static MeanwhileChange Of(LastChange? last, string field, string shown, Viewer viewer) =>
        new(
            last?.NameTo(viewer) ?? "Somebody",
            last?.ActorId == viewer.Id,
            $"changed {field}",
            shown.Length == 0 ? "none"
                : shown.Length > Longest ? CleanText.Beginning(shown, Longest) + "…"
                : shown
        );

    public static MeanwhileChange Archived(
        LastChange? last,
        bool isArchived,
        string word,
        Viewer viewer
    ) =>
        new(
            last?.NameTo(viewer) ?? "Somebody",
            last?.ActorId == viewer.Id,
            $"{(isArchived ? "archived" : "restored")} this {word}"
        );
}
