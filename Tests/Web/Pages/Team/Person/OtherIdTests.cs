using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>A form that names somebody else than its address does is about whom the address names.</summary>
public sealed class OtherIdTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task A_form_changes_whom_its_address_names()
    {
        var asked = await office.AddAsync("Asked For");
        var other = await office.AddAsync("Other One");
        var page = await office.Staff.GetPageAsync($"/team/{asked.Id}/contact");

        using var answer = await office.Staff.PostAsync(
            $"/team/{asked.Id}/contact",
            [
                .. PersonOffice.Filled(page, PersonOffice.Form, ("Name", "Changed")),
                ("Id", $"{other.Id}"),
                ("Section", "Hours"),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Changed", (await office.FindAsync(asked.Id)).Name);
        Assert.Equal("Other One", (await office.FindAsync(other.Id)).Name);
    }

    [Fact]
    public async Task Somebody_is_archived_by_their_own_address_alone()
    {
        var asked = await office.AddAsync("Asked For");
        var other = await office.AddAsync("Other One");

        using var answer = await office.Manager.PostAsync(
            $"/team/{asked.Id}?handler=Archive",
            ("Id", $"{other.Id}")
        );

        Assert.True((await office.FindAsync(asked.Id)).IsArchived);
        Assert.False((await office.FindAsync(other.Id)).IsArchived);
    }
}
