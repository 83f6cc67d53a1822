using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>Who of the office is how live, and which of them the address asks for.</summary>
public sealed class PeopleTests(TestPostgres postgres) : HealthOffice(postgres)
{
    [Fact]
    public async Task Each_column_of_the_people_is_what_was_told()
    {
        var sam = await IdOfAsync(UserRole.Staff);
        await Database.RunAsync(
            $"""
            insert into person_minutes (minute, user_id, confirms, confirm_ms, swaps, swap_ms, failures)
            select date_trunc('minute', now()) - i * interval '35 minutes', '{sam}', 2, 100, 4, 80, 1 from generate_series(1, 3) i
            """
        );
        await OpenAsync("live", 2, "now() - interval '12 minutes'");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?state=live");

        Assert.Equal(
            ["Live", "20 ms", "50 ms", "6", "3", "2 · 12 minutes"],
            page.QuerySelectorAll($"#person-{sam} td").Skip(1).Take(6).Select(Words)
        );
        Assert.Equal(
            ["Everybody 1", "Live 1"],
            page.QuerySelectorAll("form.filters .chip").Select(Words)
        );
        Assert.Contains(
            "1 person",
            Words(page.QuerySelector("#people header")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_address_says_which_people()
    {
        await OpenAsync("live", 0);
        await OpenAsync("offline", 0, role: UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(["Ada Admin", "Sam Staff"], await PeopleAsync(manager, Planted));
        Assert.Equal(["Sam Staff"], await PeopleAsync(manager, Planted + "&state=live"));
        Assert.Equal(["Ada Admin"], await PeopleAsync(manager, Planted + "&q=ada"));
        Assert.Equal(
            ["Ada Admin", "Sam Staff"],
            await PeopleAsync(manager, Planted + "&sort=name")
        );
        Assert.Empty(await PeopleAsync(manager, Page + "?node=another"));
    }

    [Fact]
    public async Task A_page_that_fell_silent_is_silent_and_one_that_said_goodbye_is_away()
    {
        await OpenAsync("live", 0);
        await OpenAsync("closed", 0, role: UserRole.Admin);
        await Database.RunAsync("update browsers set seen_at = now() - interval '5 minutes'");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?sort=name");

        var states = page.QuerySelectorAll("#people .state").Select(state => state.TextContent);
        Assert.Equal(["Away", "Silent"], states);
    }

    static async Task<List<string>> PeopleAsync(Visitor visitor, string address) =>
        [
            .. (await visitor.GetPageAsync(address))
                .QuerySelectorAll("#people [data-open]")
                .Select(link => link.TextContent),
        ];
}
