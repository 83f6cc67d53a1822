using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class BulkSelectionTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Everybody_who_matches_is_picked_and_stays_so_over_pages_and_what_others_change()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Person ' || lpad(i::text, 2, '0'), '{}', 'FullTime', false, 0, '' from generate_series(1, 60) i"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();
        var count = mia.Page.Locator("[data-count]");

        await mia.Page.CheckAsync("[data-pick-all]");
        await Expect(count).ToHaveTextAsync("50 selected");
        await mia.PressAsync("Select all 60 that match");
        await Expect(count).ToHaveTextAsync("60 selected");
        await mia.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(mia.Page.Locator("[data-row]")).ToHaveCountAsync(10);
        await Expect(mia.Page.Locator("[data-pick]:checked")).ToHaveCountAsync(10);
        await Database.RunAsync("update employees set notes = 'x' where name = 'Person 55'");
        await Expect(mia.Page.Locator("[data-row].changed")).ToHaveCountAsync(1);
        await Expect(count).ToHaveTextAsync("60 selected");
        await mia.PressAsync("Archive");

        await mia.IsToldAsync("Archived 60 people");
        Assert.Equal(
            60L,
            await Database.AskAsync<long>(
                "select count(*) from employees where archived_at is not null"
            )
        );
        Assert.Empty(mia.Complaints);
    }

    [Fact]
    public async Task Of_more_than_a_thousand_it_says_that_the_first_thousand_are_picked()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Person ' || lpad(i::text, 4, '0'), '{}', 'FullTime', false, 0, '' from generate_series(1, 1002) i"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();
        var count = mia.Page.Locator("[data-count]");

        await mia.Page.CheckAsync("[data-pick-all]");
        await mia.PressAsync("Select the first 1,000 of more than 1,000 that match");
        await Expect(count).ToHaveTextAsync("The first 1,000 of 1,002 selected");
        await mia.Page.GetByLabel("Select Person 0001").UncheckAsync();

        await Expect(count).ToHaveTextAsync("999 selected");
        Assert.Empty(mia.Complaints);
    }

    [Fact]
    public async Task What_was_picked_on_one_page_is_still_picked_on_the_next()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Person ' || lpad(i::text, 2, '0'), '{}', 'FullTime', false, 0, '' from generate_series(1, 60) i"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();

        await mia.Page.GetByLabel("Select Person 01").CheckAsync();
        await mia.Page.Locator("a[rel=next]").ClickAsync();
        await mia.Page.GetByLabel("Select Person 60").CheckAsync();

        await Expect(mia.Page.Locator("[data-count]")).ToHaveTextAsync("2 selected");
    }
}
