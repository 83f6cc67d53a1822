using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Two programs behind one address; the one that a browser talks to is killed while a save is on its way.</summary>
public sealed class KilledNodeTests(TestPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    const string Switch = "[form=always-needed][name=AlwaysNeeded]";
    readonly TempFolder folder = new();
    TestDatabase database = null!;
    Employee amira = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        office.Add(amira = new Employee { Name = "Amira Yilmaz" });
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

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
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();

        var hold = isKilledBeforeItSaved ? await HoldAsync() : null;
        if (!isKilledBeforeItSaved)
            line.DropAnswers();
        await bea.Page.ClickAsync(Switch);
        await Eventually.TrueAsync(() => isKilledBeforeItSaved ? IsHeldAsync() : IsSavedAsync());
        line.LeadTo(second);
        one.Kill();
        line.Mend();
        if (hold is not null)
            await hold.DisposeAsync();

        await Eventually.TrueAsync(IsSavedAsync, 60);
        await Expect(bea.Page.Locator("[data-pending]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await bea.IsLiveAsync();
        await Expect(bea.Page.Locator("[data-shown=always-needed]")).ToContainTextAsync("Yes");
        Assert.Equal(
            1,
            await database.AskAsync<long>(
                $"select count(*) from audit_log where person_id = '{amira.Id}' and action = 'update'"
            )
        );
    }

    // Whoever saves this person waits until it is let go.
    async Task<NpgsqlConnection> HoldAsync()
    {
        var hold = new NpgsqlConnection(database.SuperuserConnectionString + ";Pooling=false");
        await hold.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"begin; select 1 from employees where id = '{amira.Id}' for update",
            hold
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return hold;
    }

    Task<bool> IsHeldAsync() =>
        database.AskAsync<bool>(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
        );

    Task<bool> IsSavedAsync() =>
        database.AskAsync<bool>($"select always_needed from employees where id = '{amira.Id}'");

    WebProcess Start() =>
        WebProcess.Start(
            "--urls http://127.0.0.1:0",
            ("ConnectionStrings__StaffDashboard", database.AppConnectionString),
            ("StaffDashboard__DataFolder", folder.Path)
        );
}
