using System.Net;
using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>What only a hand at the database, or an older rule, let in is shown, and stays until somebody mends it.</summary>
public sealed class BadStoredValuesTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    const string Bad = """
        last_worked_on = '-infinity', email = e'a@example.test\nBcc: x@example.test',
        skills = array[repeat('x', 2000), 'bar'], notes = e'one\r\ntwo '
        """;

    [Fact]
    public async Task It_is_shown_wherever_it_stands()
    {
        var person = await BrokenAsync();

        foreach (
            var address in AllPages
                .Of(person)
                .Concat([
                    "/team?sort=worked",
                    "/team?worked=not-lately",
                    "/team/export.csv",
                    "/admin/audit.csv",
                    $"/admin/audit?person={person.Id}",
                ])
        )
        {
            using var answer = await office.Admin.GetAsync(address);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
        }
        var audit = await office.Admin.GetPageAsync($"/admin/audit?person={person.Id}");
        Assert.Contains(
            "-infinity",
            audit.QuerySelector("#audit-list")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("hours", "OpeningHours", "7", "opening_hours")]
    [InlineData("work", "AlwaysNeeded", "true", "always_needed")]
    [InlineData("contact", "Name", "Amira Y.", "name")]
    public async Task It_stays_when_something_else_is_changed(
        string section,
        string field,
        string value,
        string column
    )
    {
        var person = await BrokenAsync();
        var address = $"/team/{person.Id}/{section}";
        var page = await office.Manager.GetPageAsync(address);
        var before = await office.TrailAsync(person.Id);
        // As a client sends it that does not mend what it is given.
        (string, string)[] typed =
            section == "contact"
                ? [(field, value), ("Email", "a@example.test\nBcc: x@example.test")]
                : [(field, value)];

        using var answer = await office.Manager.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, typed)
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        string[] expected = [.. before, $"update Mia Manager {column}"];
        Assert.Equal(expected, await office.TrailAsync(person.Id));
    }

    [Fact]
    public async Task It_is_not_put_back_once_it_was_corrected()
    {
        var person = await BrokenAsync();
        await office.ChangeAsync(person.Id, p => p.LastWorkedOn = new(2026, 11, 1));
        await office.ChangeAsync(person.Id, p => p.HaveSkills(["bar"]));
        var history = await office.Manager.GetPageAsync($"/team/{person.Id}/history");
        var lines = await office.Database.AskAsync<long[]>(
            $"select array_agg(id order by id) from audit_log where person_id = '{person.Id}'"
        );

        foreach (var column in (string[])["last_worked_on", "skills"])
        {
            Assert.Empty(history.QuerySelectorAll($"button[value$=':{column}']"));
            foreach (var line in lines!)
            {
                using var back = await office.Manager.PostAsync(
                    $"/team/{person.Id}/history?handler=PutBack",
                    ("change", $"{line}:{column}")
                );
                Assert.Equal(HttpStatusCode.Conflict, back.StatusCode);
            }
        }
        Assert.Equal(new DateOnly(2026, 11, 1), (await office.FindAsync(person.Id)).LastWorkedOn);
    }

    [Fact]
    public async Task A_role_that_is_gone_from_the_list_is_not_put_back()
    {
        var person = await office.AddAsync("Ben Okafor");
        var role = await office.Database.AskAsync<Guid>(
            "insert into work_roles (id, name, hue) values (gen_random_uuid(), 'Gone', 1) returning id"
        );
        await office.ChangeAsync(person.Id, p => p.WorkRoleId = role);
        await office.ChangeAsync(person.Id, p => p.WorkRoleId = null);
        await office.Database.RunAsync($"delete from work_roles where id = '{role}'");
        var line = await office.Database.AskAsync<long>(
            $"select max(id) from audit_log where person_id = '{person.Id}'"
        );

        using var back = await office.Manager.PostAsync(
            $"/team/{person.Id}/history?handler=PutBack",
            ("change", $"{line}:work_role_id")
        );

        var shown = await PersonOffice.RefusedAsync(back, HttpStatusCode.Conflict);
        Assert.Contains("no longer in the list", shown.Body!.TextContent, Ordinal);
        Assert.Null((await office.FindAsync(person.Id)).WorkRoleId);
    }

    async Task<Employee> BrokenAsync()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await office.Database.RunAsync($"update employees set {Bad} where id = '{person.Id}'");
        return person;
    }
}
