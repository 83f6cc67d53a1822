using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Somebody whose line breaks, and what waits in their panel.</summary>
public abstract class WaitingOffice(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    protected override bool HasWorker => true;

    protected const string Waiting = "[data-queue-panel] li";
    protected const string Shown = "#person-contact [data-part=Name]";

    protected static async Task OpenFormAsync(Colleague who, Employee person)
    {
        await who.Page.GotoAsync($"/team/{person.Id}");
        await who.IsLiveAsync();
        await who.Page.ClickAsync("[aria-label='Edit contact']");
        await Expect(who.Page.Locator("#Name")).ToBeVisibleAsync();
    }

    protected static async Task ShowPanelAsync(Colleague who) =>
        await who.Page.EvaluateAsync("document.getElementById('pill-panel').togglePopover(true)");

    protected Task<string?> NameOfAsync(Employee person) =>
        Database.AskAsync<string>($"select name from employees where id = '{person.Id}'");

    protected Task<long> ChangesOfAsync(Employee person) =>
        Database.AskAsync<long>(
            $"select count(*) from audit_log where person_id = '{person.Id}' and action = 'update'"
        );
}
