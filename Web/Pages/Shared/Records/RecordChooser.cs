using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>From the fields of a record that two changed to what the second of them is asked.</summary>
static class RecordChooser
{
    public static Chooser Of(
        RecordForm form,
        IReadOnlyList<FieldClash> clashes,
        IReadOnlyList<LastChange> changes,
        Viewer viewer
    ) =>
        new(
            LastChange.Names(changes, viewer),
            [.. clashes.Select(c => Ask(form, c, changes, viewer))]
        )
        {
            Carried = [.. form.Fields.SelectMany(f => Carried(form, f, clashes)), .. Known(form)],
            AlsoSaved =
            [
                .. form
                    .Fields.Where(f => clashes.All(c => c.Field != f))
                    .Where(f => form.Value(f) is { } value && value != form.Was(f))
                    .Select(f => (f.Label, f.Show(form.Value(f)!, form.Words))),
            ],
        };

    static IEnumerable<(string Name, string Value)> Carried(
        RecordForm form,
        Field field,
        IReadOnlyList<FieldClash> clashes
    )
    {
        var clash = clashes.FirstOrDefault(c => c.Field == field);
        yield return (
            field.Key,
            clash is null ? form.Typed(field) : field.Edit(clash.Mine, form.Words)
        );
        yield return (RecordForm.WasName(field), clash?.Theirs ?? form.Was(field));
        if (clash is not null)
            yield return (Choice.OpenedNameOf(field.Key), form.Opened(field));
    }

    static IEnumerable<(string Name, string Value)> Known(RecordForm form) =>
        form.KnowsArchived ? [(nameof(form.KnowsArchived), "true")] : [];

    /// <summary>What was asked before, from the form in which it was answered.</summary>
    public static IReadOnlyList<FieldClash> Asked(RecordForm form) =>
        [
            .. form
                .Fields.Where(f => form.ChoiceOf(f) is not null)
                .Select(f => new FieldClash(f, form.ReadOr(f, form.Mine(f)), form.Was(f))),
        ];

    /// <summary>To be shown the result first, or because what was typed instead is not in order.</summary>
    public static bool IsStillAsked(RecordForm form, IFormCollection posted) =>
        Asked(form).Count > 0
        && (
            posted.ContainsKey(Choice.Preview)
            || form.Errors.Count > 0
                && form.Errors.Keys.All(key =>
                    form.ChoiceOf(form.Fields.First(field => field.Key == key)) is not null
                )
        );

    static Clash Ask(
        RecordForm form,
        FieldClash clash,
        IReadOnlyList<LastChange> changes,
        Viewer viewer
    )
    {
        var field = clash.Field;
        var choice = form.ChoiceOf(field) ?? Choice.Undecided;
        var change = changes.FirstOrDefault(c => c.Column == field.Column);
        var mine = field.Edit(clash.Mine, form.Words);
        var edited = choice.Edited.Length > 0 ? choice.Edited : mine;
        var result = (choice with { Edited = edited }).Of(
            mine,
            field.Edit(clash.Theirs, form.Words)
        );
        return new(
            field.Key,
            field.Label,
            field.Show(clash.Mine, form.Words),
            field.Show(clash.Theirs, form.Words),
            field.Show(form.ReadOr(field, result), form.Words),
            choice,
            edited
        )
        {
            By = change?.NameTo(viewer),
            At = change?.At,
            Error = form.Errors.GetValueOrDefault(field.Key),
            IsLong = field.Type.Control == Control.MultiLine,
            Options = [.. field.Type.Choices(form.Words)],
        };
    }
}
