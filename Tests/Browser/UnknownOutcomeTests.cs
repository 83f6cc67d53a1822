using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>The office has saved, and does not know it: the answer to its commit was lost.</summary>
public class UnknownOutcomeTests(TestPostgres postgres, Chromium chromium)
    : WaitingOffice(postgres, chromium)
{
    [Fact]
    public async Task What_may_have_been_saved_is_asked_about_again_by_itself_and_saved_once()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        var bea = await ColleagueAsync(UserRole.Manager);
        var keys = new List<string?>();
        await bea.Page.RouteAsync(
            "**/contact",
            async route =>
            {
                if (route.Request.Method != "POST")
                {
                    await route.ContinueAsync();
                    return;
                }
                keys.Add(await route.Request.HeaderValueAsync("Idempotency-Key"));
                var answer = await route.FetchAsync();
                if (keys.Count < 3)
                    await route.FulfillAsync(
                        new()
                        {
                            Status = 503,
                            Headers = [KeyValuePair.Create("X-Trouble", "unknown-outcome")],
                        }
                    );
                else
                    await route.FulfillAsync(new() { Response = answer });
            }
        );
        await OpenFormAsync(bea, amira);

        await bea.Page.FillAsync("#Name", "Amira perhaps");
        await bea.PressAsync("Save changes");

        await bea.IsToldAsync("new name may have been saved already");
        await Expect(bea.Page.Locator(Shown)).ToHaveTextAsync("Amira perhaps");
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira perhaps");
        await bea.IsToldAsync("Saved name of Amira perhaps");
        Assert.Equal(2, (await bea.ToastsAsync()).Length);
        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
        Assert.Equal(1, await ChangesOfAsync(amira));
    }
}
