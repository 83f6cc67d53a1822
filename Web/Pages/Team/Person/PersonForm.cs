using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Edits;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>What somebody typed about a person, and what each field was when they began.</summary>
public sealed class PersonForm
{
    readonly Dictionary<string, string> typed = [];
    readonly Dictionary<string, string> was = [];
    readonly Dictionary<string, string> opened = [];
    readonly Dictionary<string, string> stored = [];
    readonly Dictionary<string, string> mine = [];
    readonly Dictionary<string, Choice> choices = [];

    PersonForm(IEnumerable<EmployeeField> fields, OfficeWords words) =>
        (Fields, Words) = ([.. fields], words);

    public IReadOnlyList<EmployeeField> Fields { get; }
    public OfficeWords Words { get; }

    /// <summary>Whether whoever typed knew that the person is archived.</summary>
    public bool KnowsArchived { get; set; }

    /// <summary>To suggest while skills are typed.</summary>
    public IReadOnlyList<string> KnownSkills { get; set; } = [];
    public Dictionary<string, string> Errors { get; } = [];
    public IReadOnlyList<Remark> Remarks { get; set; } = [];

    public static PersonForm Of(
        Employee person,
        IEnumerable<EmployeeField> fields,
        OfficeWords words
    )
    {
        var form = new PersonForm(fields, words) { KnowsArchived = person.IsArchived };
        foreach (var field in form.Fields)
        {
            form.was[field.Key] = field.Of(person);
            form.typed[field.Key] = field.Edit(form.was[field.Key], words);
        }
        return form;
    }

    public static PersonForm Read(
        IFormCollection posted,
        IEnumerable<EmployeeField> fields,
        OfficeWords words
    )
    {
        var form = new PersonForm(fields, words)
        {
            KnowsArchived = posted.ContainsKey(nameof(KnowsArchived)),
        };
        foreach (var field in form.Fields)
        {
            if (posted.TryGetValue(WasName(field), out var before))
                form.was[field.Key] = before.ToString().ReplaceLineEndings("\n");
            if (posted.TryGetValue(Choice.OpenedNameOf(field.Key), out var first))
                form.opened[field.Key] = first.ToString().ReplaceLineEndings("\n");
            form.Take(field, posted);
        }
        return form;
    }

    public static string WasName(EmployeeField field) => $"Was[{field.Key}]";

    public string Typed(EmployeeField field) => typed.GetValueOrDefault(field.Key, "");

    public string Was(EmployeeField field) => was.GetValueOrDefault(field.Key, "");

    /// <summary>What it was before anything was asked, when somebody began to type.</summary>
    public string Opened(EmployeeField field) => opened.GetValueOrDefault(field.Key, Was(field));

    /// <summary>What was typed first, before anything was asked.</summary>
    public string Mine(EmployeeField field) => mine.GetValueOrDefault(field.Key, Typed(field));

    /// <summary>Null when nothing was asked about this field.</summary>
    public Choice? ChoiceOf(EmployeeField field) => choices.GetValueOrDefault(field.Key);

    /// <summary>They changed it once more: what was chosen is what was typed, and is asked about anew.</summary>
    public void ForgetChoices() => choices.Clear();

    public Remark? RemarkOn(EmployeeField field) => Remarks.FirstOrDefault(r => r.Key == field.Key);

    /// <summary>What is stored is not judged: an older rule may have let it in, and it is not theirs to mend.</summary>
    public void Know(Employee person)
    {
        foreach (var field in Fields)
            stored[field.Key] = field.Of(person);
    }

    public bool TryRead(EmployeeField field, out string value, out string problem)
    {
        // By what is stored and never by what the form says it was: whoever sends it may say anything.
        if (
            stored.TryGetValue(field.Key, out var now)
            && Typed(field) == field.Edit(now, Words).ReplaceLineEndings("\n")
        )
        {
            (value, problem) = (now, "");
            return true;
        }
        return field.TryRead(Typed(field), Words, out value, out problem);
    }

    /// <summary>The canonical value; null when the field is not in this form or makes no sense.</summary>
    public string? Value(EmployeeField field) =>
        Fields.Contains(field) && TryRead(field, out var value, out _) ? value : null;

    /// <summary>What was typed and then given up for what is saved now, where that is not what it was from the beginning.</summary>
    public IEnumerable<GivenUp> GivenUps(Employee saved) =>
        from field in Fields
        where ChoiceOf(field) is { GivesUpMine: true }
        where field.TryRead(Mine(field), Words, out _, out _)
        let typed = Read(field, Mine(field))
        let met = stored[field.Key]
        where met != typed && met != Opened(field)
        select new GivenUp(field.Column, field.ToTrail(field.Of(saved)), field.ToTrail(typed))
        {
            Opened = [field.ToTrail(Opened(field))],
        };

    /// <summary>Into somebody who is new. Of a form that is in order.</summary>
    public void Fill(Employee person)
    {
        foreach (var field in Fields)
            field.Put(person, Value(field)!);
    }

    /// <summary>Of a form that is in order.</summary>
    public IReadOnlyList<FieldEdit> Edits(Employee person) =>
        [
            .. Fields.Select(field =>
            {
                var before = was.TryGetValue(field.Key, out var sent) ? sent : field.Of(person);
                // What was in order as stored, and was mended meanwhile: whoever left it alone keeps that.
                return new FieldEdit(field, before, Value(field) ?? before);
            }),
        ];

    void Take(EmployeeField field, IFormCollection posted)
    {
        var own = posted[field.Key].ToString().ReplaceLineEndings("\n");
        typed[field.Key] = own;
        if (Choice.Read(posted, field.Key) is not { } choice)
            return;
        (mine[field.Key], choices[field.Key]) = (own, choice);
        // Theirs stays: as if it had never been touched here.
        typed[field.Key] = choice.Of(own, field.Edit(Was(field), Words));
    }

    string Read(EmployeeField field, string text) =>
        field.TryRead(text, Words, out var value, out _) ? value : "";
}
