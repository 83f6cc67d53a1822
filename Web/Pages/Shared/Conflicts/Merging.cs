using System.Text.Json.Nodes;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>
/// A posted form against the row as it is now, field by field. The form carries what each field was as "Was[Key]";
/// without that, <paramref name="isFresh"/> says whether the version it carries is still that of the row.
/// </summary>
public sealed class Merging(IFormCollection posted, string table, string row, bool isFresh)
{
    public string Table => table;
    public string Row => row;

    readonly List<Field> fields = [];
    readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);
    readonly HashSet<string> unfit = new(StringComparer.Ordinal);

    public const string ChangedSince = "It has changed again since. Nothing was put back.";

    public static string WasName(string key) => $"Was[{key}]";

    /// <param name="initial">What it is where there is no row yet.</param>
    public Merging With(
        string column,
        string key,
        string typed,
        string now,
        FieldWords words,
        string? initial = null
    )
    {
        var was =
            posted.TryGetValue(WasName(key), out var before) ? before.ToString()
            : isFresh ? now
            : "";
        var choice = Choice.Read(posted, key) is { } read
            ? read with
            {
                Edited = words.Clean(read.Edited),
            }
            : null;
        var clean = words.Clean(typed);
        var mine = choice?.Of(clean, was) ?? clean;
        var opened = posted.TryGetValue(Choice.OpenedNameOf(key), out var first)
            ? first.ToString()
            : was;
        fields.Add(
            new(new(Table, column, key, was, mine, now), clean, choice, words)
            {
                Opened = opened,
                Initial = initial,
            }
        );
        return this;
    }

    /// <summary>What each field was when the form was opened.</summary>
    public IEnumerable<(string Key, string Was)> Start =>
        fields.Select(f => (f.Tried.Key, f.Tried.Was));

    public IEnumerable<(string Key, string Now)> Stored =>
        fields.Select(f => (f.Tried.Key, f.Tried.Now));

    public IEnumerable<string> ColumnsOf(IReadOnlySet<string> keys) =>
        fields.Where(f => keys.Contains(f.Tried.Key)).Select(f => f.Tried.Column);

    /// <summary>What stands in these fields now, for whoever has the form open.</summary>
    public IReadOnlyList<MeanwhileChange> Tell(
        IReadOnlySet<string> keys,
        IReadOnlyList<LastChange> changes,
        Viewer viewer
    ) =>
        [
            .. fields
                .Where(f => keys.Contains(f.Tried.Key))
                .Select(f =>
                    MeanwhileChange.Of(
                        changes.FirstOrDefault(change => change.Column == f.Tried.Column),
                        $"“{f.Words.Label}”",
                        f.Words.Show(f.Tried.Now),
                        viewer
                    )
                ),
        ];

    /// <summary>Somebody has to choose, wants to see the result first, or chose what cannot be.</summary>
    public bool IsAsking => fields.Any(IsAsked);

    /// <summary>
    /// What cannot be is said beside its field: in the chooser, when it is typed there. True: in the form itself.
    /// </summary>
    public bool Refuses(
        IEnumerable<ValidationFailure> problems,
        ModelStateDictionary state,
        string prefix
    )
    {
        foreach (var problem in problems)
        {
            state.AddModelError(prefix + problem.PropertyName, problem.ErrorMessage);
            errors.TryAdd(prefix + problem.PropertyName, problem.ErrorMessage);
        }
        return !state.IsValid && fields.TrueForAll(f => f.Choice is null);
    }

    /// <summary>What the field would never have taken is not kept either when it is given up.</summary>
    /// <param name="problems">Of the form as it was typed.</param>
    public void Drop(IEnumerable<ValidationFailure> problems, string prefix) =>
        unfit.UnionWith(problems.Select(problem => prefix + problem.PropertyName));

    /// <summary>409: somebody has to choose. 422: and what was chosen cannot be.</summary>
    public int Status =>
        errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;

    /// <summary>What is to be saved, when nobody has to choose.</summary>
    public string this[string key] => fields.Single(f => f.Tried.Key == key).Tried.Result.Value;

    /// <summary>False: all of it is so already.</summary>
    public bool IsChange => fields.Exists(f => f.Tried.Result.Value != f.Tried.Now);

    public IEnumerable<string> Columns => fields.Where(IsAsked).Select(f => f.Tried.Column);

    public IEnumerable<GivenUp> GivenUps =>
        fields
            .Where(f => f.Choice is { GivesUpMine: true } && !unfit.Contains(f.Tried.Key))
            .Where(f => f.Tried.Now != f.Typed && f.Tried.Now != f.Opened)
            .Select(f => new GivenUp(
                f.Tried.Column,
                f.Words.ToTrail(f.Tried.Result.Value),
                f.Words.ToTrail(f.Typed)
            )
            {
                Opened = f.WasStored,
            });

    /// <summary>What somebody gave up takes the place of what was kept. False when that has changed again since.</summary>
    public bool PutBack(Lost lost)
    {
        var at = fields.FindIndex(f => f.Tried.Column == lost.Column);
        if (at < 0)
            return false;
        var (tried, words) = (fields[at].Tried, fields[at].Words);
        if (!JsonNode.DeepEquals(words.ToTrail(tried.Now), lost.Kept))
            return false;
        fields[at] = fields[at] with
        {
            Tried = tried with { Was = tried.Now, Mine = words.FromTrail(lost.Value) },
        };
        return true;
    }

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
                .. fields.Where(IsAsked).Select(f => (Choice.OpenedNameOf(f.Tried.Key), f.Opened)),
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
        || field.Choice is not null && (posted.ContainsKey(Choice.Preview) || errors.Count > 0);

    Clash Ask(Field field, IReadOnlyList<LastChange> changes, Viewer viewer)
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
            Error = errors.GetValueOrDefault(tried.Key),
            Options = words.Options,
            IsLong = words.IsLong,
        };
    }

    sealed record Field(Tried Tried, string Typed, Choice? Choice, FieldWords Words)
    {
        // Changed once more while somebody chose: what was chosen is what they want now.
        public string Mine => Tried.Result.IsConflict ? Tried.Mine : Typed;
        public string Opened { get; init; } = "";
        public string? Initial { get; init; }

        // Where there was no row, the trail has nothing before it.
        public IReadOnlyList<JsonNode?> WasStored =>
            Opened == Initial ? [Words.ToTrail(Opened), null] : [Words.ToTrail(Opened)];
    }
}
