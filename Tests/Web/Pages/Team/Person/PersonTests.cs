using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class PersonTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task Staff_sees_all_but_the_rate_and_edits_the_contact_data_alone()
    {
        var person = await office.AddAsync("Amira Yilmaz", p => p.HourlyRate = 23.45m);

        var page = await office.Staff.GetPageAsync($"/team/{person.Id}");

        Assert.DoesNotContain("23.45", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#person-account"));
        Assert.Equal(
            [$"/team/{person.Id}/contact"],
            page.QuerySelectorAll("main section > header a").Select(a => a.GetAttribute("href"))
        );
        Assert.Null(page.QuerySelector("#person-head .menu"));
    }

    [Fact]
    public async Task A_manager_sees_and_edits_every_section_but_erases_nobody()
    {
        var person = await office.AddAsync("Ben Okafor", p => p.HourlyRate = 23.45m);

        var page = await office.Manager.GetPageAsync($"/team/{person.Id}");
        using var erase = await office.Manager.GetAsync($"/team/{person.Id}/erase");
        using var post = await office.Manager.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Ben Okafor")
        );

        Assert.Equal("€\u00A023.45", page.QuerySelector("[data-part=HourlyRate]")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll("main section > header a").Length);
        Assert.NotNull(page.QuerySelector($"#person-head button[form=archive]"));
        Assert.Null(page.QuerySelector("#person-head a.danger"));
        Assert.Equal(HttpStatusCode.Forbidden, erase.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Equal("Ben Okafor", (await office.FindAsync(person.Id)).Name);
    }

    [Theory]
    [InlineData("head", "#person-head")]
    [InlineData("contact", "#person-contact")]
    [InlineData("notes", "#person-notes")]
    public async Task Each_part_alone_is_what_the_page_shows_and_304_while_it_stands(
        string part,
        string element
    )
    {
        var person = await office.AddAsync("Chiara Rossi");
        var page = await office.Manager.GetPageAsync($"/team/{person.Id}");

        using var first = await office.Manager.GetAsync($"/team/{person.Id}?part={part}");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/team/{person.Id}?part={part}");
        again.Headers.Add("HX-PTag", first.Headers.GetValues("HX-PTag").Single());
        using var second = await office.Manager.Http.SendAsync(
            again,
            TestContext.Current.CancellationToken
        );

        var alone = await Visitor.ParseAsync(first);
        Assert.Equal(
            page.QuerySelector(element)!.OuterHtml,
            alone.QuerySelector(element)!.OuterHtml
        );
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Contains(
            $"person:{person.Id}",
            alone.QuerySelector(element)!.GetAttribute("data-live"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_part_shows_what_was_just_saved_by_another_hand()
    {
        var person = await office.AddAsync("Dmitri Petrov");
        await office.Staff.GetPageAsync($"/team/{person.Id}");
        await office.Database.RunAsync(
            $"update employees set notes = 'By hand' where id = '{person.Id}'"
        );

        await Eventually.TrueAsync(async () =>
            (
                await office.Staff.GetPageAsync($"/team/{person.Id}?part=notes")
            ).Body!.TextContent.Contains("By hand", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Archiving_and_restoring_each_offer_the_way_back()
    {
        var person = await office.AddAsync("Elif Demir");

        using var archived = await office.Manager.PostAsync($"/team/{person.Id}?handler=Archive");
        var page = await office.Manager.GetPageAsync($"/team/{person.Id}");
        Assert.Contains(
            "Archived",
            page.QuerySelector("#person-head .state")!.TextContent,
            StringComparison.Ordinal
        );
        var undo = page.QuerySelector("#toasts form")!.GetAttribute("action")!;
        using var restored = await office.Manager.PostAsync(undo);

        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        Assert.False((await office.FindAsync(person.Id)).IsArchived);
        Assert.Equal(
            ["update Mia Manager archived_at", "update Mia Manager archived_at"],
            (await office.TrailAsync(person.Id))[1..]
        );
    }

    [Theory]
    [InlineData(true, "Archive", "is already archived.")]
    [InlineData(false, "Restore", "is not archived.")]
    public async Task A_command_that_changes_nothing_says_so(
        bool isArchived,
        string command,
        string word
    )
    {
        var person = await office.AddAsync(
            "Jonas Ek",
            p =>
            {
                if (isArchived)
                    p.Archive(TimeProvider.System);
            }
        );
        var before = await office.TrailAsync(person.Id);

        using var answer = await office.Manager.PostAsync($"/team/{person.Id}?handler={command}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await office.Manager.GetPageAsync($"/team/{person.Id}");
        Assert.Contains(
            $"Jonas Ek {word}",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task Staff_archives_nobody()
    {
        var person = await office.AddAsync("Farid Haddad");

        using var answer = await office.Staff.PostAsync($"/team/{person.Id}?handler=Archive");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False((await office.FindAsync(person.Id)).IsArchived);
    }

    [Fact]
    public async Task Staff_restores_nobody()
    {
        var person = await office.AddAsync("Nadia Rossi", p => p.Archive(TimeProvider.System));
        var before = await office.TrailAsync(person.Id);

        using var answer = await office.Staff.PostAsync($"/team/{person.Id}?handler=Restore");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True((await office.FindAsync(person.Id)).IsArchived);
        Assert.Equal(before, await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task Nobody_comes_back_with_a_number_that_is_somebody_elses_now()
    {
        var gone = await office.AddAsync("Greta Lind", p => p.Archive(TimeProvider.System));
        var holder = await office.AddAsync("Hugo Marin", p => p.Phone = gone.Phone);

        using var answer = await office.Manager.PostAsync($"/team/{gone.Id}?handler=Restore");

        var page = await PersonOffice.RefusedAsync(answer, HttpStatusCode.Conflict);
        Assert.NotNull(page.QuerySelector($"#person-head .banner a[href='/team/{holder.Id}']"));
        Assert.True((await office.FindAsync(gone.Id)).IsArchived);
    }

    [Fact]
    public async Task Somebody_unknown_is_not_found()
    {
        var id = Guid.CreateVersion7();
        foreach (
            var address in (string[])[$"/team/{id}", $"/team/{id}/contact", $"/team/{id}/history"]
        )
        {
            using var answer = await office.Manager.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
