using Microsoft.Playwright;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

/// <summary>An open office for a class of browser tests: one database, one node, and colleagues who sign in.</summary>
public abstract class OfficeHours(TestPostgres postgres, Chromium chromium) : IAsyncLifetime
{
    readonly List<Colleague> colleagues = [];

    protected TestDatabase Database { get; private set; } = null!;
    protected OfficeApp App { get; set; } = null!;

    /// <summary>Whether the pages may start the service worker, which fetches every file once more for each new browser.</summary>
    protected virtual bool HasWorker => false;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var colleague in colleagues)
            await colleague.DisposeAsync();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected async Task<Colleague> ColleagueAsync(
        UserRole role,
        BrowserNewContextOptions? look = null,
        Uri? at = null
    )
    {
        var browser = await chromium.BrowserAsync();
        look ??= Desk();
        look.ServiceWorkers ??= HasWorker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block;
        var colleague = await Colleague.OpenAsync(browser, at ?? App.Address, look);
        colleagues.Add(colleague);
        using var visitor = await App.SignInAsync(role);
        await colleague.ArriveAsync(visitor);
        // While a worker takes over, what a test holds back may slip past it.
        if (look.ServiceWorkers == ServiceWorkerPolicy.Allow)
            await colleague.ComesTrueAsync("Boolean(navigator.serviceWorker.controller)");
        return colleague;
    }

    protected async Task<Employee> HireAsync(string name, string? phone = null)
    {
        await using var office = new Office(Schema.Options(Database.AppConnectionString));
        var person = new Employee { Name = name, Phone = phone };
        office.Add(person);
        await office.SaveChangesAsync();
        return person;
    }

    protected static BrowserNewContextOptions Desk(ColorScheme colours = ColorScheme.Light) =>
        new()
        {
            ViewportSize = new() { Width = 1280, Height = 860 },
            ColorScheme = colours,
        };

    protected static BrowserNewContextOptions Phone(ColorScheme colours = ColorScheme.Light) =>
        new()
        {
            ViewportSize = new() { Width = 390, Height = 844 },
            ColorScheme = colours,
            HasTouch = true,
            IsMobile = true,
        };
}
