using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Whatever happens to the line or the browser: what was entered is saved, and saved once.</summary>
public class NothingLostTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    const string Switch = "[form=always-needed][name=AlwaysNeeded]";
    readonly Chromium chromium = chromium;

    static int Cuts =>
        int.Parse(Environment.GetEnvironmentVariable("CUTS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_killed_browser_loses_nothing_that_was_said_to_wait()
    {
        using var profile = new TempFolder();
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var context = await chromium.WithProfileAsync(profile.Path, line.Address);
        var bea = await AtAsync(context, line.Address);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        line.Cut();
        await bea.Page.ClickAsync(Switch);
        await Expect(bea.Page.Locator("[data-shown=always-needed]"))
            .ToHaveAttributeAsync("data-pending", "waits");

        Kill(profile.Path);
        await Eventually.TrueAsync(() => Task.FromResult(bea.Page.IsClosed));
        line.Mend();
        Assert.False(await IsNeededAsync(amira));
        await using var again = await chromium.WithProfileAsync(profile.Path, line.Address);
        await AtAsync(again, line.Address);

        await Eventually.TrueAsync(() => IsNeededAsync(amira), 60);
        Assert.Equal(1, await ChangesAsync(amira));
    }

    [Fact]
    public async Task Through_random_cuts_nothing_is_lost_or_doubled()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var chance = new Random(7);

        for (var cut = 0; cut < Cuts; cut++)
        {
            // Before, while or after it is sent, or after its effect and before its answer.
            var press = bea.Page.ClickAsync(Switch);
            await MomentAsync(chance.Next(60));
            line.Cut();
            await press;
            await MomentAsync(chance.Next(300));
            line.Mend();
            await MomentAsync(chance.Next(300));
        }

        await Expect(bea.Page.Locator("[data-pending]"))
            .ToHaveCountAsync(0, new() { Timeout = 90_000 });
        Assert.Equal(Cuts, await ChangesAsync(amira));
        Assert.Equal(Cuts % 2 == 1, await IsNeededAsync(amira));
    }

    static async Task<Colleague> AtAsync(IBrowserContext context, Uri address)
    {
        var colleague = new Colleague(await context.NewPageAsync(), address);
        await colleague.Page.GotoAsync("/team");
        if (!colleague.Page.Url.Contains("sign-in", StringComparison.Ordinal))
            return colleague;
        await colleague.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        return colleague;
    }

    // The moment is the chance itself: there is nothing to wait for.
    static Task MomentAsync(int milliseconds) =>
        Task.Delay(milliseconds, TestContext.Current.CancellationToken);

    static void Kill(string profile)
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid))
                continue;
            if (CommandOf(pid).Contains(profile, StringComparison.Ordinal))
                End(pid);
        }
    }

    static void End(int pid)
    {
        try
        {
            using var found = Process.GetProcessById(pid);
            found.Kill();
        }
        // It has ended with the one before it.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException) { }
    }

    static string CommandOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        // It has ended meanwhile.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    Task<bool> IsNeededAsync(Employee person) =>
        Database.AskAsync<bool>($"select always_needed from employees where id = '{person.Id}'");

    Task<long> ChangesAsync(Employee person) =>
        Database.AskAsync<long>(
            $"select count(*) from audit_log where person_id = '{person.Id}' and action = 'update'"
        );
}
