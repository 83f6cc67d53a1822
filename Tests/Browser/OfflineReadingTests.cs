using System.Text.RegularExpressions;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public partial class OfflineReadingTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    protected override bool HasWorker => true;

    [Fact]
    public async Task Pages_seen_open_without_a_line_and_say_how_old_they_are()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await ReadyAsync(bea);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await Eventually.TrueAsync(() => IsKeptAsync(bea, $"/team/{amira.Id}"));
        await bea.Page.GotoAsync("/team");
        await Eventually.TrueAsync(() => IsKeptAsync(bea, "/team"));

        line.Cut();
        await bea.Page.ReloadAsync();
        await Expect(bea.Page.Locator(".kept-banner")).ToHaveTextAsync(Banner());
        await bea.Page.GetByText("Amira Yilmaz").ClickAsync();
        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("Amira Yilmaz");
        await Expect(bea.Page.Locator(".kept-banner")).ToHaveTextAsync(Banner());

        await bea.Page.GotoAsync("/admin/audit");
        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("No connection");
        await Expect(bea.Page.Locator("[data-kept-pages]")).ToContainTextAsync("Amira Yilmaz");
        line.Mend();
        await bea.PressAsync("Try again");
        await Expect(bea.Page.Locator("h1")).Not.ToHaveTextAsync("No connection");
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task Nothing_of_somebody_who_signed_out_can_be_opened()
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await ReadyAsync(bea);
        Assert.Equal(1, await KeptAsync(bea));

        await bea.Page.ClickAsync(".person-button");
        await bea.PressAsync("Sign out");
        await Expect(bea.Page).ToHaveURLAsync(SignIn());
        await Eventually.TrueAsync(async () => await KeptAsync(bea) == 0);

        line.Cut();
        await bea.Page.GotoAsync("/team");
        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("No connection");
    }

    [Fact]
    public async Task Whoever_signs_in_next_finds_only_their_own()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await ReadyAsync(bea);
        var hers = await NamesAsync(bea);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await Eventually.TrueAsync(() => IsKeptAsync(bea, $"/team/{amira.Id}"));

        // Her session has ended elsewhere: already the door wipes what she saw, before anybody is let in.
        await bea.Page.Context.ClearCookiesAsync();
        await bea.Page.GotoAsync("/account/sign-in");
        await Eventually.TrueAsync(async () => await KeptAsync(bea) == 0);
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Staff), TestUsers.Password);
        await bea.Page.ReloadAsync();

        await Eventually.TrueAsync(async () => await KeptAsync(bea) == 1);
        Assert.NotEqual(hers, await NamesAsync(bea));
        line.Cut();
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("No connection");
    }

    // Also the first page, which was there before the worker.
    static Task ReadyAsync(Colleague who) =>
        Eventually.TrueAsync(async () => await KeptAsync(who) == 1);

    static Task<int> KeptAsync(Colleague who) =>
        who.Page.EvaluateAsync<int>(
            "caches.keys().then((names) => names.filter((name) => name.startsWith('kept ')).length)"
        );

    static Task<bool> IsKeptAsync(Colleague who, string path) =>
        who.Page.EvaluateAsync<bool>(
            "(path) => caches.match(path, { ignoreVary: true }).then((found) => Boolean(found))",
            path
        );

    static Task<string> NamesAsync(Colleague who) =>
        who.Page.EvaluateAsync<string>(
            "caches.keys().then((names) => names.filter((name) => name.startsWith('kept ')).join())"
        );

    [GeneratedRegex(@"Offline – showing data from \d\d:\d\d")]
    private static partial Regex Banner();

    [GeneratedRegex("/account/sign-in")]
    private static partial Regex SignIn();
}
