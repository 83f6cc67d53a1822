using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>Choices that the file names and the office lacks.</summary>
sealed class NewChoices(ImportChoices choices, OfficeWords known)
{
    readonly Dictionary<Guid, string> all = new(known.Of(choices.List));
    readonly Dictionary<string, Guid> added = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> there = new(
        known.Of(choices.List).Values,
        StringComparer.OrdinalIgnoreCase
    );

    internal Field Field => choices.Field;

    /// <summary>Grows with what is met.</summary>
    internal OfficeWords Words => known.With(choices.List, all);
    internal IReadOnlyDictionary<string, Guid> Added => added;

    internal void Meet(string text)
    {
        var name = CleanText.Of(text);
        if (name.Length == 0 || name.Length > choices.MaxName || !NameText.IsPlain(name))
            return;
        if (added.Count == ImportChoices.Most || !there.Add(name))
            return;
        added[name] = Guid.CreateVersion7();
        all[added[name]] = name;
    }
}
