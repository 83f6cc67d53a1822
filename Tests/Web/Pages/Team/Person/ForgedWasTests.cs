using System.Globalization;
using System.Net;
using StaffDashboard.Data.Employees;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>What a form says a field was is a claim of whoever sends it.</summary>
public sealed class ForgedWasTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    public static TheoryData<string, string, string> Bad =>
        new()
        {
            { "hours", "LastWorkedOn", "-infinity" },
            { "hours", "HourlyRate", "NaN" },
            { "hours", "OpeningHours", "1e400" },
            { "contact", "Email", "a@example.test\nBcc: x@example.test" },
            { "contact", "Phone", "12" },
            { "contact", "Name", new string('x', 500) },
            { "work", "Skills", new string('x', 2000) },
            { "work", "Employment", "Owner" },
            { "work", "WorkRoleId", "not-a-guid" },
            { "notes", "Notes", new string('x', 5000) },
            { "account", "UserId", "not-a-guid" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_value_that_is_said_to_have_been_there_is_refused(
        string section,
        string field,
        string value
    )
    {
        var person = await office.AddAsync("Amira Yilmaz");

        using var answer = await office.Manager.PostAsync(
            $"/team/{person.Id}/{section}",
            (field, value),
            ($"Was[{field}]", value)
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotEqual("", again.QuerySelector($"[data-error-for={field}]")!.TextContent);
        Assert.Single(await office.TrailAsync(person.Id));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Nobody_is_added_with_it(string section, string field, string value)
    {
        var before = await CountAsync();

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            ("Name", "Forged"),
            ("Employment", nameof(Employment.FullTime)),
            (field, value),
            ($"Was[{field}]", value),
            ($"Choice[{field}]", "theirs")
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotEqual("", again.QuerySelector($"[data-error-for={field}]")!.TextContent);
        Assert.Equal(before, await CountAsync());
        Assert.NotEmpty(section);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_forged_choice_is_answered_and_leaves_no_line_in_the_history(
        string section,
        string field,
        string value
    )
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var address = $"/team/{person.Id}/{section}";

        foreach (var preview in new[] { "", "true" })
        {
            using var answer = await office.Manager.PostAsync(
                address,
                [
                    (field, value),
                    ($"Was[{field}]", value),
                    ($"Choice[{field}]", "theirs"),
                    .. preview.Length > 0
                        ? [("Preview", preview)]
                        : Array.Empty<(string, string)>(),
                ]
            );
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        }

        Assert.Single(await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task A_value_that_was_never_met_is_not_recorded_as_given_up()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await office.ChangeAsync(person.Id, p => p.Name = "Amira");
        var before = await office.TrailAsync(person.Id);
        (string, string)[][] claims =
        [
            [("Was[Name]", "Amira")],
            [("Was[Name]", "Amira"), ("Opened[Name]", "Amira")],
            [("Was[Name]", "Amira"), ("Opened[Name]", "Invented")],
            [("Was[Name]", "Invented")],
            [("Was[Name]", "Amira"), ("Opened[Name]", "Amira Yilmaz"), ("Choice[Name]", "mine")],
        ];

        foreach (var claim in claims)
        {
            using var answer = await office.Staff.PostAsync(
                $"/team/{person.Id}/contact",
                [
                    ("Name", claim.Length == 3 ? "Amira" : "A thief"),
                    ("Choice[Name]", "theirs"),
                    .. claim,
                ]
            );
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        }

        Assert.Equal(before, await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task A_value_met_long_ago_is_not_recorded_as_given_up()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await office.ChangeAsync(person.Id, p => p.Name = "Amira");
        await office.Database.RunAsync(
            $"set session_replication_role = replica; update audit_log set at = at - interval '8 days' where person_id = '{person.Id}'"
        );

        using var answer = await office.Staff.PostAsync(
            $"/team/{person.Id}/contact",
            ("Name", "A thief"),
            ("Was[Name]", "Amira"),
            ("Opened[Name]", "Amira Yilmaz"),
            ("Choice[Name]", "theirs")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(
            await office.TrailAsync(person.Id),
            line => line.StartsWith("given-up", Ordinal)
        );
    }

    [Fact]
    public async Task The_field_that_is_asked_about_has_to_be_named()
    {
        var person = await office.AddAsync("Amira Yilmaz");

        foreach (
            var address in (string[])
                ["/team/new?handler=Check", $"/team/{person.Id}/contact?handler=Check"]
        )
        {
            using var answer = await office.Manager.PostAsync(address, ("Name", "Amira"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("field", await answer.Content.ReadAsStringAsync(), Ordinal);
        }
    }

    Task<long> CountAsync() =>
        office.Database.AskAsync<long>(
            string.Create(CultureInfo.InvariantCulture, $"select count(*) from employees")
        );
}
