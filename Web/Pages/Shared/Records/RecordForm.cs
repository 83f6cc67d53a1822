using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What somebody typed about a row, and what each field was when they began.</summary>
public sealed class RecordForm(IReadOnlyList<Field> fields, OfficeWords words)
{
    readonly Dictionary<string, string> typed = [];
    readonly Dictionary<string, string> was = [];
    readonly Dictionary<string, string> opened = [];
    readonly Dictionary<string, string> mine = [];
    readonly Dictionary<string, Choice> choices = [];

    // As they are stored by now.
    readonly Dictionary<string, string> stored = [];

    public IReadOnlyList<Field> Fields => fields;
    public OfficeWords Words => words;

    /// <summary>Whether whoever typed knew that the record is archived.</summary>
    public bool KnowsArchived { get; set; }

    /// <summary>Whether the page is there to type into this form.</summary>
    public bool TakesFocus { get; set; } = true;

    /// <summary>What is offered while tags are typed.</summary>
    public IReadOnlyList<string> KnownTags { get; set; } = [];
    public Dictionary<string, string> Errors { get; } = [];
    public IReadOnlyList<Remark> Remarks { get; set; } = [];

    public static RecordForm Of(object row, IReadOnlyList<Field> fields, OfficeWords words)
    {
        var form = new RecordForm(fields, words)
        {
            KnowsArchived = row is IRecord { ArchivedAt: not null },
        };
        foreach (var field in fields)
            form.Open(field, field.Of(row));
        return form;
    }

    public static RecordForm Read(
        IFormCollection posted,
        IReadOnlyList<Field> fields,
        OfficeWords words
    )
    {
        var form = new RecordForm(fields, words);
        form.Read(posted);
        return form;
    }

    public static string WasName(Field field) => $"Was[{field.Key}]";

    public string Typed(Field field) => typed.GetValueOrDefault(field.Key, "");

    public string Was(Field field) => was.GetValueOrDefault(field.Key, "");

    /// <summary>What it was before anything was asked, when somebody began to type.</summary>
    public string Opened(Field field) => opened.GetValueOrDefault(field.Key, Was(field));

    /// <summary>What was typed first, before anything was asked.</summary>
    public string Mine(Field field) => mine.GetValueOrDefault(field.Key, Typed(field));

    /// <summary>Null when nothing was asked about this field.</summary>
    public Choice? ChoiceOf(Field field) => choices.GetValueOrDefault(field.Key);

    /// <summary>They changed it once more: what was chosen is what was typed, and is asked about anew.</summary>
    public void ForgetChoices() => choices.Clear();

    public Remark? RemarkOn(Field field) => Remarks.FirstOrDefault(r => r.Key == field.Key);

    public bool TryRead(Field field, out string value, out string problem)
    {
        // By what is stored and never by what the form says it was: whoever sends it may say anything.
        if (
            stored.TryGetValue(field.Key, out var now)
            && Typed(field) == field.Edit(now, words).ReplaceLineEndings("\n")
        )
        {
            (value, problem) = (now, "");
            return true;
        }
        return field.TryRead(Typed(field), words, out value, out problem);
    }

    /// <summary>The canonical value; null when the field is not in this form or makes no sense.</summary>
    public string? Value(Field field) =>
        fields.Contains(field) && TryRead(field, out var value, out _) ? value : null;

    void Open(Field field, string value)
    {
        was[field.Key] = value;
        typed[field.Key] = field.Edit(value, words);
    }

    void Read(IFormCollection posted)
    {
        KnowsArchived = posted.ContainsKey(nameof(KnowsArchived));
        foreach (var field in fields)
        {
            if (posted.TryGetValue(WasName(field), out var before))
                was[field.Key] = before.ToString().ReplaceLineEndings("\n");
            if (posted.TryGetValue(Choice.OpenedNameOf(field.Key), out var first))
                opened[field.Key] = first.ToString().ReplaceLineEndings("\n");
            Take(field, posted);
        }
    }

    void Take(Field field, IFormCollection posted)
    {
        var own = posted[field.Key].ToString().ReplaceLineEndings("\n");
        typed[field.Key] = own;
        if (Choice.Read(posted, field.Key) is not { } choice)
            return;
        (mine[field.Key], choices[field.Key]) = (own, choice);
        // Theirs stays: as if it had never been touched here.
        typed[field.Key] = choice.Of(own, field.Edit(Was(field), words));
    }

    /// <summary>Empty where it makes no sense.</summary>
    public string ReadOr(Field field, string text) =>
        field.TryRead(text, words, out var value, out _) ? value : "";

    /// <summary>What is stored is not judged: an older rule may have let it in, and it is not theirs to mend.</summary>
    public void Know(object row)
    {
        foreach (var field in fields)
            stored[field.Key] = field.Of(row);
    }

    /// <summary>As if somebody had typed what stands in this row.</summary>
    public void Type(object row)
    {
        foreach (var field in fields)
            typed[field.Key] = field.Edit(field.Of(row), words);
    }

    /// <summary>What was typed and then given up for what is saved now, where that is not what it was from the beginning.</summary>
    /// <param name="initial">What it is where there is no row yet: then the trail has nothing before it.</param>
    public IEnumerable<GivenUp> GivenUps(object saved, object? initial = null) =>
        from field in fields
        where ChoiceOf(field) is { GivesUpMine: true }
        where field.TryRead(Mine(field), words, out _, out _)
        let typed = ReadOr(field, Mine(field))
        let met = stored[field.Key]
        where met != typed && met != Opened(field)
        select new GivenUp(field.Column, field.ToTrail(field.Of(saved)), field.ToTrail(typed))
        {
            Opened =
                initial is not null && field.Of(initial) == Opened(field)
                    ? [field.ToTrail(Opened(field)), null]
                    : [field.ToTrail(Opened(field))],
        };

    /// <summary>Into a new record. Of a form that is in order.</summary>
    public void Fill(object row)
    {
        foreach (var field in fields)
            field.Put(row, Value(field)!);
    }

    /// <summary>Of a form that is in order.</summary>
    public IReadOnlyList<FieldEdit> Edits(object row) =>
        [
            .. fields.Select(field =>
            {
                var before = was.TryGetValue(field.Key, out var seen) ? seen : field.Of(row);
                // What was in order as stored, and was mended meanwhile: whoever left it alone keeps that.
                return new FieldEdit(field, before, Value(field) ?? before);
            }),
        ];
}
