using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Somebody who looks at the pill and at the sections while the line does what it does.</summary>
public abstract class LineWatch(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    protected override bool HasWorker => true;

    protected const int Patience = 45_000;

    protected Task RenameAsync(Guid id, string name) =>
        Database.RunAsync($"update employees set name = '{name}' where id = '{id}'");

    // Somebody comes back to the window.
    protected static async Task LookAsync(Colleague colleague) =>
        await colleague.Page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");

    protected static Task SaysAsync(Colleague colleague, string words) =>
        Expect(colleague.Page.Locator("#pill"))
            .ToContainTextAsync(words, new() { Timeout = Patience });

    protected static Task SaysOnSectionAsync(Colleague colleague, string words) =>
        Expect(colleague.Page.Locator("#team-list"))
            .ToHaveAttributeAsync(
                "data-fresh",
                new System.Text.RegularExpressions.Regex(words),
                new() { Timeout = Patience }
            );

    protected static Task ShowsAsync(Colleague colleague, Guid id, string name) =>
        Expect(colleague.Page.Locator($"[data-row='{id}']"))
            .ToContainTextAsync(name, new() { Timeout = Patience });

    protected static async Task PanelSaysAsync(Colleague colleague, string what, string words)
    {
        if (!await colleague.Page.IsVisibleAsync("#pill-panel"))
            await colleague.Page.ClickAsync("#pill");
        await Expect(colleague.Page.Locator($"[data-says={what}]"))
            .ToHaveTextAsync(words, new() { Timeout = Patience });
    }
}
