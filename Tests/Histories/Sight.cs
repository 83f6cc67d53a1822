using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>What a browser shows when its line is back, and it has asked anew only what it was told of.</summary>
sealed class Sight(Desk desk, TestDatabase database)
{
    public async Task HoldsAsync(Guid[] people, string seed)
    {
        await using var live = await LiveClient.ConnectAsync(desk.Line.Address, desk.Cookie);
        foreach (var person in people)
        {
            await FreshenAsync(live, person, $"/team/{person}");
            await FreshenAsync(live, person, $"/team/{person}/contact");
            Assert.Equal(
                (seed, desk.Name, await StoredAsync(person)),
                (seed, desk.Name, Shown(person))
            );
        }
    }

    async Task FreshenAsync(LiveClient live, Guid person, string path)
    {
        var open = desk.Pages.GetValueOrDefault(path);
        var since = open is null ? "" : Desk.Meta(open, "live-since");
        var told = await live.WatchAsync([$"person:{person}"], since);
        if (open is null || told.All || told.Topics.Length > 0)
            await Eventually.TrueAsync(async () => await desk.ReadAsync(path) is not null);
    }

    string Shown(Guid person)
    {
        var (card, form) = (desk.Pages[$"/team/{person}"], desk.Pages[$"/team/{person}/contact"]);
        string[] values =
        [
            form.QuerySelector("#Name")!.GetAttribute("value")!,
            form.QuerySelector("#Email")!.GetAttribute("value") ?? "",
            card.QuerySelector("input[form=always-needed][name^=Was]")!.GetAttribute("value")!,
        ];
        return string.Join('|', values);
    }

    async Task<string> StoredAsync(Guid person) =>
        (
            await database.AskAsync<string>(
                $"select name || '|' || coalesce(email, '') || '|' || always_needed from employees where id = '{person}'"
            )
        )!;
}
