using StaffDashboard.Data;
using StaffDashboard.Data.Audit;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>A field that a colleague changed while its form was open.</summary>
/// <param name="Field">As it is called within a sentence.</param>
public sealed record MeanwhileChange(string Who, string Field, string Value, bool IsOwn)
{
    const int Longest = 120;

    /// <summary>A text brings its own full stop.</summary>
    public bool EndsSentence => Value.Length > 0 && Value[^1] is '.' or '!' or '?' or '…';

    public static MeanwhileChange Of(LastChange? last, string field, string shown, Viewer viewer) =>
        new(
            last?.NameTo(viewer) ?? "Somebody",
            field,
            shown.Length == 0 ? "none"
                : shown.Length > Longest ? CleanText.Beginning(shown, Longest) + "…"
                : shown,
            last?.ActorId == viewer.Id
        );
}
