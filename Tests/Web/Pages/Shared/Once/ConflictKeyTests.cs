using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>A copy of a request that met somebody else's change may still be on its way when that is answered.</summary>
public sealed class ConflictKeyTests(PersonOffice office) : Keyed(office)
{
    [Fact]
    public async Task A_copy_that_arrives_late_does_not_do_what_was_refused()
    {
        var person = await Office.AddAsync("Amira Yilmaz", p => p.Notes = "Theirs");
        using var refused = await NoteAsync(person.Id, "Mine");
        await Office.ChangeAsync(person.Id, p => p.Notes = "Once");

        using var late = await NoteAsync(person.Id, "Mine");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.True(IsReplay(late));
        Assert.Equal(await TextAsync(refused), await TextAsync(late));
        Assert.Equal("Once", (await Office.FindAsync(person.Id)).Notes);
        Assert.Equal(["insert", "update"], await ActionsAsync(person.Id));
    }

    [Fact]
    public async Task That_holds_when_what_was_said_is_forgotten()
    {
        var person = await Office.AddAsync("Amira Yilmaz", p => p.Notes = "Theirs");
        using var refused = await NoteAsync(person.Id, "Mine");
        await Office.Database.RunAsync(
            "update saved_answers set status = null, headers = null, body = null"
        );
        await Office.ChangeAsync(person.Id, p => p.Notes = "Once");

        using var late = await NoteAsync(person.Id, "Mine");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Once", (await Office.FindAsync(person.Id)).Notes);
    }

    // Without script a form that is gone back to has the key it had.
    [Fact]
    public async Task What_is_mended_is_done_under_the_same_key()
    {
        var person = await Office.AddAsync("Amira Yilmaz", p => p.Notes = "Theirs");
        using var refused = await NoteAsync(person.Id, "Mine");

        using var mended = await NoteAsync(person.Id, "Both", was: "Theirs");
        using var again = await NoteAsync(person.Id, "Both", was: "Theirs");

        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
        Assert.False(IsReplay(mended));
        Assert.True(IsReplay(again));
        Assert.Equal("Both", (await Office.FindAsync(person.Id)).Notes);
    }

    [Fact]
    public async Task What_meets_others_again_asks_again_and_neither_copy_is_done_later()
    {
        var person = await Office.AddAsync("Amira Yilmaz", p => p.Notes = "Theirs");
        using var refused = await NoteAsync(person.Id, "Mine");

        using var again = await NoteAsync(person.Id, "Both");
        await Office.ChangeAsync(person.Id, p => p.Notes = "Once");
        using var late = await NoteAsync(person.Id, "Mine");
        using var later = await NoteAsync(person.Id, "Both");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("data-conflict", await TextAsync(again), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, later.StatusCode);
        Assert.Equal("Once", (await Office.FindAsync(person.Id)).Notes);
        using var third = await NoteAsync(person.Id, "All", "Once");
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        using var latest = await NoteAsync(person.Id, "Mine");
        Assert.Equal(HttpStatusCode.Conflict, latest.StatusCode);
        Assert.Equal("All", (await Office.FindAsync(person.Id)).Notes);
    }

    [Fact]
    public async Task Whose_answers_fill_the_disk_is_told_at_a_repeat_only_that_it_was_saved()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        var ada = await Office.Database.AskAsync<Guid>("select id from users where role = 'Admin'");
        var limiter = Office.App.Services.GetRequiredService<SavedAnswerRateLimiter>();
        // It fills up again by the clock: on a slow machine there would be room when the answer comes.
        await using var full = new Timer(
            _ => Fill(),
            null,
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(20)
        );
        Fill();
        using var first = await NoteAsync(person.Id, "Mine", "", Office.Admin);
        // Until then its answer might still be on its way.
        await Office.Database.RunAsync("update saved_answers set at = at - interval '2 seconds'");

        using var again = await NoteAsync(person.Id, "Mine", "", Office.Admin);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("person-notes", await TextAsync(first), StringComparison.Ordinal);
        Assert.True(IsReplay(again));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("HX-Refresh")));
        Assert.Equal(["insert", "update"], await ActionsAsync(person.Id));

        void Fill()
        {
            while (limiter.Take(ada)) { }
        }
    }

    Task<HttpResponseMessage> NoteAsync(
        Guid person,
        string note,
        string was = "Once",
        Visitor? who = null
    ) =>
        SendAsync(
            who ?? Office.Manager,
            $"/team/{person}/notes",
            Key,
            true,
            ("Notes", note),
            ("Was[Notes]", was)
        );

    async Task<string[]> ActionsAsync(Guid person) =>
        [.. (await Office.TrailAsync(person)).Select(line => line.Split(' ')[0])];
}
