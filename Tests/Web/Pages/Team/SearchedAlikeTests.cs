using System.Text.Json;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>A mistyped name finds the same people wherever it is searched for.</summary>
public sealed class SearchedAlikeTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task The_list_the_print_and_the_choice_of_all_find_the_same()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) values (uuidv7(), 'Amira Yilmaz', '{}', 'Student', false, 0, '')"
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        const string mistyped = "yilmza";

        var list = await manager.GetPageAsync($"/team?q={mistyped}");
        var print = await manager.GetPageAsync($"/team/print?q={mistyped}");
        using var all = await manager.GetAsync($"/team?q={mistyped}&part=matches");

        Assert.Single(list.QuerySelectorAll("tr[data-row]"));
        Assert.Contains("Amira Yilmaz", print.Body!.TextContent, StringComparison.Ordinal);
        using var people = JsonDocument.Parse(await all.Content.ReadAsStringAsync());
        Assert.Equal(1, people.RootElement.GetArrayLength());
    }
}
