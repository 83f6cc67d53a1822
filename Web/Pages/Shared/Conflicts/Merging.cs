using System.Text.Json.Nodes;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>How a field of a small form is called, shown, and held by its column.</summary>
public sealed record FieldWords(string Label, Func<string, string> Show)
{
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];
    public Func<string, JsonNode?> ToTrail { get; init; } = value => value;
}

/// <summary>
/// A posted form against the row as it is now, field by field. The form carries what each field was as "Was[Key]";
/// without that, <paramref name="isFresh"/> says whether the version it carries is still that of the row.
/// </summary>
public sealed class Merging(IFormCollection posted, string table, bool isFresh)
{
    readonly List<Field> fields = [];

    public static string WasName(string key) => $"Was[{key}]";

    public Merging With(string column, string key, string typed, string now, FieldWords words)
    {
        var was =
            posted.TryGetValue(WasName(key), out var before) ? before.ToString()
            : isFresh ? now
            : "";
        var choice = Choice.Read(posted, key);
        var mine = choice?.Of(typed, was) ?? typed;
        fields.Add(new(new(table, column, key, was, mine, now), typed, choice, words));
        return this;
    }

    /// <summary>Somebody has to choose, or wants to see the result first.</summary>
    public bool IsAsking => fields.Any(IsAsked);

    /// <summary>What is to be saved, when nobody has to choose.</summary>
    public string this[string key] => fields.Single(f => f.Tried.Key == key).Tried.Result.Value;

    public IEnumerable<string> Columns => fields.Where(IsAsked).Select(f => f.Tried.Column);

    public IEnumerable<GivenUp> GivenUps =>
        fields
            .Where(f => f.Choice is { GivesUpMine: true })
            .Select(f => new GivenUp(
                f.Tried.Column,
                f.Words.ToTrail(f.Tried.Result.Value),
                f.Words.ToTrail(f.Typed)
            ));

    /// <summary>What the column holds by now; null for a column that is not in the form.</summary>
    public JsonNode? Held(string column) =>
        fields.Find(f => f.Tried.Column == column) is { } field
            ? field.Words.ToTrail(field.Tried.Now)
            : null;

    public Chooser Ask(IReadOnlyList<LastChange> changes, Viewer viewer) =>
        new(
            LastChange.Names(changes, viewer),
            [.. fields.Where(IsAsked).Select(f => Ask(f, changes, viewer))]
        )
        {
            Carried =
            [
                .. fields.Select(f => (f.Tried.Key, IsAsked(f) ? f.Mine : f.Tried.Result.Value)),
                .. fields.Select(f => (WasName(f.Tried.Key), f.Tried.Now)),
            ],
            AlsoSaved =
            [
                .. fields
                    .Where(f => !IsAsked(f) && f.Tried.Result.Value != f.Tried.Now)
                    .Select(f => (f.Words.Label, f.Words.Show(f.Tried.Result.Value))),
            ],
        };

    bool IsAsked(Field field) =>
        field.Tried.Result.IsConflict
        || field.Choice is not null && posted.ContainsKey(Choice.Preview);

    static Clash Ask(Field field, IReadOnlyList<LastChange> changes, Viewer viewer)
    {
        var (tried, words) = (field.Tried, field.Words);
        var change = changes.FirstOrDefault(c => c.Column == tried.Column);
        var choice = tried.Result.IsConflict ? Choice.Undecided : field.Choice!;
        return new(
            tried.Key,
            words.Label,
            words.Show(field.Mine),
            words.Show(tried.Now),
            words.Show(choice.Of(field.Mine, tried.Now)),
            choice,
            choice.Edited.Length > 0 ? choice.Edited : field.Mine
        )
        {
            By = change?.NameTo(viewer),
            At = change?.At,
            Options = words.Options,
        };
    }

    sealed record Field(Tried Tried, string Typed, Choice? Choice, FieldWords Words)
    {
        // Changed once more while somebody chose: what was chosen is what they want now.
        public string Mine => Tried.Result.IsConflict ? Tried.Mine : Typed;
    }
}
