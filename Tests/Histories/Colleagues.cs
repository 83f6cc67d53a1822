using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Histories;

/// <summary>What one person does at their desk, by chance: reads, types, presses, answers when asked, gives up.</summary>
sealed class Colleagues(Desk desk, Guid[] people, Random chance, Func<int> number, string seed)
{
    const string Form = "form[data-guard], form[data-conflict]";

    public List<Submission> Saved { get; } = [];

    public async Task WorkAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(people[chance.Next(people.Length)]);
            if (chance.Next(3) == 0)
                await DiscardAsync();
            await Task.Delay(chance.Next(60), TestContext.Current.CancellationToken);
        }
    }

    Task StepAsync(Guid person) =>
        chance.Next(8) switch
        {
            0 => SaveAsync(person, $"/team/{person}?handler=Archive"),
            1 => SaveAsync(person, $"/team/{person}?handler=Restore"),
            2 or 3 => PressAsync(person),
            4 => TypeAsync(person, "notes", "Notes"),
            _ => TypeAsync(person, "contact", chance.Next(2) == 0 ? "Name" : "Email"),
        };

    async Task PressAsync(Guid person)
    {
        if (await OpenAsync($"/team/{person}") is not { } page)
            return;
        var button = page.QuerySelector("button[form=always-needed]")!;
        var was = page.QuerySelector("input[form=always-needed][name^=Was]")!;
        await SaveAsync(
            person,
            $"/team/{person}/work",
            ("AlwaysNeeded", button.GetAttribute("value")!),
            (was.GetAttribute("name")!, was.GetAttribute("value")!)
        );
    }

    async Task TypeAsync(Guid person, string section, string field)
    {
        var path = $"/team/{person}/{section}";
        if (await OpenAsync(path) is not { } page)
            return;
        var next = number();
        var typed = field == "Email" ? $"n{next}-{seed}@example.org" : $"{field} {next} of {seed}";
        await FillAsync(person, path, page, (field, typed));
    }

    async Task FillAsync(
        Guid person,
        string path,
        IHtmlDocument page,
        params (string Name, string Value)[] typed
    )
    {
        var saved = await SaveAsync(person, path, PersonOffice.Filled(page, Form, typed));
        if (saved.Question.Length > 0)
            await DecideAsync(person, path, saved.Question);
        else if (saved.Status == 0 && chance.Next(2) == 0)
            await GoOnAsync(saved, typed);
    }

    // The form of what waits is still there, and knows what waits.
    Task<Submission> GoOnAsync(Submission saved, (string Name, string Value)[] typed)
    {
        var fields = saved.Fields.Select(f =>
            typed.Any(t => f.Name == $"Was[{t.Name}]") ? (f.Name, saved[f.Name[4..^1]])
            : typed.Any(t => t.Name == f.Name) ? (f.Name, $"{number()}{f.Value}")
            : f
        );
        return SaveAsync(saved.Person, saved.Path, [.. fields]);
    }

    async Task DecideAsync(Guid person, string path, string question)
    {
        var asked = new HtmlParser().ParseDocument(question);
        if (chance.Next(5) == 0 || asked.QuerySelector(Form) is null)
            return;
        var choices = asked
            .QuerySelectorAll("input[name^='Choice[']")
            .Select(choice => choice.GetAttribute("name")!)
            .Distinct();
        await FillAsync(
            person,
            path,
            asked,
            [.. choices.Select(name => (name, chance.Next(2) == 0 ? "mine" : "theirs"))]
        );
    }

    // What was read last may have stayed open while others changed it.
    async Task<IHtmlDocument?> OpenAsync(string path) =>
        chance.Next(3) > 0 && desk.Pages.TryGetValue(path, out var open)
            ? open
            : await desk.ReadAsync(path) ?? desk.Pages.GetValueOrDefault(path);

    async Task<Submission> SaveAsync(
        Guid person,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        var saved = new Submission(
            number(),
            desk.Name,
            person,
            path,
            [.. fields.Where(f => f.Name != "__Key")]
        );
        Saved.Add(saved);
        await desk.SaveAsync(saved);
        foreach (var page in desk.Pages.Keys.Where(page => page.Contains($"{person}")).ToList())
            desk.Pages.Remove(page);
        return saved;
    }

    async Task DiscardAsync()
    {
        foreach (var item in (await desk.ItemsAsync()).Where(item => item.State == "parked"))
            if (chance.Next(2) == 0)
                await desk.DiscardAsync(item.Id);
    }
}
