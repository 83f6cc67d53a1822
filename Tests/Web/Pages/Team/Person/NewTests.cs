using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class NewTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    const string Form = "#new-person";

    [Fact]
    public async Task A_name_is_enough()
    {
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(page, Form, ("Name", "  Kofi Mensah "))
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await office.Manager.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Equal("Kofi Mensah", shown.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "Added Kofi Mensah",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everything_that_was_typed_is_saved()
    {
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(
                page,
                Form,
                ("Name", "Lena Vogt"),
                ("Phone", "0170 5550101"),
                ("Email", "lena@example.org"),
                ("Skills", "bar, English, BAR"),
                ("Employment", "Freelance"),
                ("AlwaysNeeded", "true"),
                ("HourlyRate", "18.40"),
                ("OpeningHours", "120"),
                ("LastWorkedOn", "2026-11-01"),
                ("Notes", "Key to the store")
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var person = await office.FindAsync(Guid.Parse(answer.Headers.Location!.ToString()[6..]));
        Assert.Equal("+491705550101", person.Phone);
        Assert.Equal(["bar", "English"], person.Skills);
        Assert.Equal(
            (18.40m, 120m, true),
            (person.HourlyRate, person.OpeningHours, person.AlwaysNeeded)
        );
        Assert.Equal(new DateOnly(2026, 11, 1), person.LastWorkedOn);
        Assert.StartsWith(
            "insert Mia Manager",
            Assert.Single(await office.TrailAsync(person.Id)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_adds_one_person()
    {
        var page = await office.Manager.GetPageAsync("/team/new");
        var form = PersonOffice.Filled(
            page,
            Form,
            ("Name", "Mona Twice"),
            ("Phone", office.NextPhone())
        );

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => office.Manager.PostAsync("/team/new", form))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(
            1,
            await office.Database.AskAsync<long>(
                "select count(*) from employees where name = 'Mona Twice'"
            )
        );
    }

    [Fact]
    public async Task A_kept_page_filled_in_for_another_person_adds_another_person()
    {
        var page = await office.Manager.GetPageAsync("/team/new");
        foreach (var name in new[] { "Nora Kept", "Nico Kept" })
        {
            var form = PersonOffice.Filled(
                page,
                Form,
                ("Name", name),
                ("__Key", Guid.CreateVersion7().ToString())
            );
            using var answer = await office.Manager.PostAsync("/team/new", form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(
            2,
            await office.Database.AskAsync<long>(
                "select count(*) from employees where name like '% Kept'"
            )
        );
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_something_is_wrong()
    {
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(
                page,
                Form,
                ("HourlyRate", "a lot"),
                ("Notes", "Remember"),
                ("AlwaysNeeded", "true")
            )
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter a name.", again.QuerySelector("[data-error-for=Name]")!.TextContent);
        Assert.Equal("a lot", again.QuerySelector("#HourlyRate")!.GetAttribute("value"));
        Assert.Equal("Remember", again.QuerySelector("#Notes")!.TextContent.Trim());
        Assert.True(again.QuerySelector("#AlwaysNeeded")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Another_can_follow_at_once()
    {
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(page, Form, ("Name", "Nils One"), ("Another", "true"))
        );

        Assert.Equal("/team/new", answer.Headers.Location!.ToString());
        var next = await office.Manager.GetPageAsync("/team/new");
        Assert.Contains(
            "Added Nils One",
            next.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("", next.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Staff_adds_nobody()
    {
        using var form = await office.Staff.GetAsync("/team/new");
        using var save = await office.Staff.PostAsync("/team/new", ("Name", "Sneaked in"));

        Assert.Equal(HttpStatusCode.Forbidden, form.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, save.StatusCode);
        Assert.Equal(
            0,
            await office.Database.AskAsync<long>(
                "select count(*) from employees where name = 'Sneaked in'"
            )
        );
    }
}
