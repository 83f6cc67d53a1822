using System.Net;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class HistoryTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task Changes_are_told_in_sentences_newest_first()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await office.ChangeAsync(person.Id, p => p.OpeningHours = 12, "Bea");
        await office.ChangeAsync(person.Id, p => p.OpeningHours = 14.5m, "Bea");

        var lines = await LinesAsync(office.Manager, person.Id);

        Assert.StartsWith("Bea changed hours from 12 to 14.5", lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Count);
    }

    [Fact]
    public async Task The_trail_shows_the_actors_current_name()
    {
        var person = await office.AddAsync("Elif Demir");
        using (
            await office.Manager.PostAsync($"/team/{person.Id}/notes", ("Notes", "Speaks Turkish"))
        ) { }
        Assert.StartsWith(
            "Mia Manager",
            (await LinesAsync(office.Manager, person.Id))[0],
            StringComparison.Ordinal
        );

        using var renamed = await office.Manager.PostAsync("/account", ("Name", "Mia Keller"));
        try
        {
            var page = await office.Manager.GetPageAsync($"/team/{person.Id}/history");

            var actor = page.QuerySelector(".history li strong")!;
            Assert.Equal("Mia Keller", actor.TextContent);
            Assert.Equal("Called Mia Manager at that time", actor.GetAttribute("title"));
        }
        finally
        {
            using var back = await office.Manager.PostAsync("/account", ("Name", "Mia Manager"));
        }
    }

    [Fact]
    public async Task What_no_user_did_is_marked()
    {
        var person = await office.AddAsync("Finn Berg");
        await office.Database.RunAsync(
            $"update employees set notes = 'By hand' where id = '{person.Id}'"
        );

        var page = await office.Manager.GetPageAsync($"/team/{person.Id}/history");

        Assert.EndsWith(
            "(at the database)",
            page.QuerySelector(".history li strong.by-program")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(page.QuerySelector(".history li .face svg"));
    }

    [Fact]
    public async Task A_rate_leaves_no_line_for_Staff()
    {
        var person = await office.AddAsync("Ben Okafor");
        await office.ChangeAsync(person.Id, p => p.HourlyRate = 31.5m, "Bea");
        await office.ChangeAsync(person.Id, p => (p.HourlyRate, p.Notes) = (32.5m, "New"), "Bea");

        var page = await office.Staff.GetPageAsync($"/team/{person.Id}/history");

        Assert.DoesNotContain(
            "rate",
            page.QuerySelector(".history")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("31.5", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".history li").Length);
        Assert.Contains(
            "31.5",
            string.Join("\n", await LinesAsync(office.Manager, person.Id)),
            StringComparison.Ordinal
        );
        // Nor can its number be found by asking what came before it.
        var hidden = await office.Database.AskAsync<long>(
            $"select min(id) from audit_log where person_id = '{person.Id}' and action = 'update'"
        );
        var before = await office.Staff.GetPageAsync($"/team/{person.Id}/history?before={hidden}");
        Assert.Empty(before.QuerySelectorAll(".history li"));
    }

    [Fact]
    public async Task Putting_back_is_a_change_like_any_other()
    {
        var person = await office.AddAsync("Chiara Rossi", p => p.Notes = "First");
        await office.ChangeAsync(person.Id, p => p.Notes = "Second");

        using var answer = await PutBackAsync(office.Manager, person.Id);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("First", (await office.FindAsync(person.Id)).Notes);
        Assert.Equal("update Mia Manager notes", (await office.TrailAsync(person.Id))[^1]);
    }

    [Fact]
    public async Task What_has_changed_again_since_is_not_put_back()
    {
        var person = await office.AddAsync("Dmitri Petrov", p => p.Notes = "First");
        await office.ChangeAsync(person.Id, p => p.Notes = "Second");
        var change = await ChangeAsync(office.Manager, person.Id);
        await office.ChangeAsync(person.Id, p => p.Notes = "Third");

        using var answer = await office.Manager.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", change)
        );

        var page = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.Contains(
            "changed again",
            page.QuerySelector(".banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Third", (await office.FindAsync(person.Id)).Notes);
    }

    [Fact]
    public async Task Staff_puts_back_contact_data_and_nothing_else()
    {
        var person = await office.AddAsync(
            "Elif Demir",
            p => (p.Notes, p.Email) = ("First", "first@example.org")
        );
        await office.ChangeAsync(person.Id, p => p.Notes = "Second");
        var change = await ChangeAsync(office.Manager, person.Id);
        Assert.Null(
            (await office.Staff.GetPageAsync($"/team/{person.Id}/history")).QuerySelector(
                "button[name=change]"
            )
        );

        using var refused = await office.Staff.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", change)
        );
        await office.ChangeAsync(person.Id, p => p.Email = "second@example.org");
        using var allowed = await PutBackAsync(office.Staff, person.Id);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, allowed.StatusCode);
        var saved = await office.FindAsync(person.Id);
        Assert.Equal(("Second", "first@example.org"), (saved.Notes, saved.Email));
    }

    [Fact]
    public async Task A_change_of_somebody_else_is_not_put_back_here()
    {
        var other = await office.AddAsync("Farid Haddad", p => p.Notes = "First");
        await office.ChangeAsync(other.Id, p => p.Notes = "Second");
        var person = await office.AddAsync("Greta Lind", p => p.Notes = "Second");

        using var answer = await office.Manager.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", await ChangeAsync(office.Manager, other.Id))
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Second", (await office.FindAsync(person.Id)).Notes);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_without_gap_or_repetition()
    {
        var person = await office.AddAsync("Hugo Marin");
        for (var i = 1; i <= 70; i++)
            await office.ChangeAsync(person.Id, p => p.OpeningHours = i);

        var seen = new List<string>();
        var address = $"/team/{person.Id}/history";
        while (address is not null)
        {
            var page = await office.Manager.GetPageAsync(address);
            seen.AddRange(page.QuerySelectorAll(".history li").Select(li => li.Id!));
            address = page.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(71, seen.Count);
        Assert.Equal(71, seen.Distinct().Count());
    }

    static async Task<List<string>> LinesAsync(Support.Visitor visitor, Guid id) =>
        [
            .. (await visitor.GetPageAsync($"/team/{id}/history"))
                .QuerySelectorAll(".history li p")
                .Select(p =>
                    string.Join(
                        ' ',
                        p.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    )
                ),
        ];

    static async Task<string> ChangeAsync(Support.Visitor visitor, Guid id) =>
        (await visitor.GetPageAsync($"/team/{id}/history"))
            .QuerySelector(".history button[name=change]")!
            .GetAttribute("value")!;

    static async Task<HttpResponseMessage> PutBackAsync(Support.Visitor visitor, Guid id) =>
        await visitor.PostAsync(
            $"/team/{id}/history?handler=PutBack",
            ("change", await ChangeAsync(visitor, id))
        );
}
