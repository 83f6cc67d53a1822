using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What opens only when two meet, or at a press: the chooser, the panel of the pill, a toast with something to do.</summary>
public class ChooserAxeTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    public static MatrixTheoryData<ColorScheme, bool> Looks =>
        new([ColorScheme.Light, ColorScheme.Dark], [false, true]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_opens_for_a_moment_shuts_nobody_out(ColorScheme colours, bool phone)
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await Database.RunAsync(
            "insert into work_roles (id, name, hue) values (gen_random_uuid(), 'Bar', 1)"
        );
        var role = await Database.AskAsync<Guid>("select id from work_roles");
        var ada = await ColleagueAsync(UserRole.Admin, phone ? Phone(colours) : Desk(colours));
        var findings = new List<string>();

        await MeetAsync(
            $"/team/{amira.Id}/contact",
            ("Email", "ada@example.org"),
            $"update employees set email = 'bea@example.org', notes = 'x' where id = '{amira.Id}'"
        );
        await MeetAsync(
            $"/admin/work-roles?edit={role}",
            ("Name", "Theatre bar"),
            "update work_roles set name = 'Bar outside'"
        );
        await MeetAsync(
            "/admin/alerts/rules?edit=latency",
            ("Threshold", "4"),
            "insert into alarm_rules (name, is_on, threshold, window_minutes) values ('latency', true, 7, 5)"
        );
        await ada.Page.GotoAsync($"/team/{amira.Id}");
        await ada.IsLiveAsync();
        await ada.Page.ClickAsync("#pill");
        await Expect(ada.Page.Locator("#pill-panel")).ToBeVisibleAsync();
        await LookAsync("the panel of the pill");
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Page.EvaluateAsync(
            """
            () => {
              for (const toast of [{ text: "Archived Amira", undo: "/team" }, { text: "Nothing was saved", kind: "bad", undo: "/team" }])
                document.dispatchEvent(new CustomEvent("toast", { detail: toast }));
            }
            """
        );
        await Expect(ada.Page.Locator("#toasts button").First).ToBeVisibleAsync();
        await LookAsync("a toast with Undo");
        await ada.Page.Keyboard.PressAsync("Shift+D");
        await Expect(ada.Page.Locator("#debug")).ToContainTextAsync("person");
        await LookAsync("the debug panel");

        Assert.Empty(findings);
        Assert.Empty(ada.Complaints);

        async Task MeetAsync(string path, (string Field, string Value) typed, string save)
        {
            await ada.Page.GotoAsync(path);
            await ada.Page.FillAsync($"#{typed.Field}", typed.Value);
            await Database.RunAsync(save);
            await ada.PressAsync("Save changes");
            await Expect(ada.Page.Locator("[data-conflict]")).ToBeVisibleAsync();
            await LookAsync($"the chooser on {path}");
        }

        async Task LookAsync(string what)
        {
            // What is still fading in has a contrast of its own.
            await ada.Page.EvaluateAsync(
                "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))"
            );
            var axe = await ada.Page.RunAxe();
            findings.AddRange(
                axe.Violations.SelectMany(rule =>
                    rule.Nodes.Select(node => $"{what}: {rule.Id} {node.Html}")
                )
            );
            var isTooWide = await ada.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth > innerWidth"
            );
            if (isTooWide)
                findings.Add($"{what}: scrolls sideways");
        }
    }
}
