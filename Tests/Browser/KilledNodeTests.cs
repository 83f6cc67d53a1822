using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Two programs behind one address; the one that a browser talks to is killed while a save is on its way.</summary>
public sealed class KilledNodeTests(TestPostgres postgres, Chromium chromium) : Nodes(postgres)
{
    const string Newcomer = "Lena of the night";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_one_does_it_once(bool isKilledBeforeItSaved)
    {
        using var one = Start();
        using var other = Start();
        await using var line = new Line(await one.OpenAsync());
        var second = await other.OpenAsync();
        await using var bea = await Colleague.OpenAsync(
            await chromium.BrowserAsync(),
            line.Address,
            new()
        );
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        // Done twice, it would be there twice.
        await bea.Page.GotoAsync("/team/new");
        await bea.IsLiveAsync();
        await bea.Page.FillAsync("#Name", Newcomer);

        var hold = isKilledBeforeItSaved ? await HoldAsync() : null;
        if (!isKilledBeforeItSaved)
            line.DropAnswers();
        await bea.PressAsync("Add this person");
        await Eventually.TrueAsync(() => isKilledBeforeItSaved ? IsHeldAsync() : IsSavedAsync());
        line.LeadTo(second);
        one.Kill();
        line.Mend();
        if (hold is not null)
            await hold.DisposeAsync();

        await Eventually.TrueAsync(IsSavedAsync, 60);
        // It waited in the queue, or the browser sent it again by itself; the killed node may have kept its answer or not.
        var sent = bea.Page.Locator("form .banner.good");
        var told = bea.Page.Locator("#toasts .toast", new() { HasText = "already saved" });
        var there = bea.Page.Locator("h1", new() { HasText = Newcomer });
        await Expect(sent.Or(told).Or(there).First).ToBeVisibleAsync();
        await bea.IsLiveAsync();
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                $"select count(*) from employees where name = '{Newcomer}'"
            )
        );
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                "select count(*) from audit_log where table_name = 'employees' and action = 'insert'"
            )
        );
    }

    // Whoever adds a person waits until it is let go.
    async Task<NpgsqlConnection> HoldAsync()
    {
        var hold = new NpgsqlConnection(Database.SuperuserConnectionString + ";Pooling=false");
        await hold.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "begin; lock table employees in exclusive mode",
            hold
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return hold;
    }

    Task<bool> IsHeldAsync() =>
        Database.AskAsync<bool>(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
        );

    Task<bool> IsSavedAsync() =>
        Database.AskAsync<bool>($"select exists (select from employees where name = '{Newcomer}')");
}
