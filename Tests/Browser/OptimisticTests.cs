using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class OptimisticTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    const string Needed = "[data-shown=always-needed]";
    const string Skills = "[data-shown=skills]";

    [Fact]
    public async Task Several_changes_show_at_once_and_are_confirmed_in_their_order()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();

        // All in one breath: no answer can have come in between.
        var shown = await bea.Page.EvaluateAsync<string>(
            """
            () => {
              const press = (words) => [...document.querySelectorAll("button")].find((b) => b.textContent.includes(words)).click();
              const add = (skill) => {
                document.querySelector("[form=skill-add][placeholder]").value = skill;
                press("Add");
              };
              press("Set to yes");
              add("bar");
              add("cocktails");
              press("Remove bar");
              press("Set to no");
              press("Set to yes");
              const [needed, skills] = ["always-needed", "skills"].map((name) => document.querySelector(`[data-shown=${name}]`));
              return `${needed.querySelector("span").textContent} ${needed.dataset.pending !== undefined} ${[...skills.querySelectorAll(".tag > [data-item]")].map((t) => t.textContent)}`;
            }
            """
        );

        Assert.Equal("Yes true cocktails", shown);
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator(Skills + " .tag > [data-item]"))
            .ToHaveTextAsync(["cocktails"]);
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to no");
        Assert.Equal(
            "cocktails true",
            await Database.AskAsync<string>(
                $"select array_to_string(skills, ',') || ' ' || always_needed from employees where id = '{amira.Id}'"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task A_refused_change_is_taken_back_with_a_word_on_why()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await Database.RunAsync("update users set role = 'Staff' where email like 'manager%'");

        await bea.Page.EvaluateAsync(
            "document.querySelector('[form=always-needed][name=AlwaysNeeded]').click()"
        );

        await Expect(bea.Page.Locator(".toast.bad")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to yes");
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_waits_stays_shown_over_news_and_over_a_reload_until_it_is_sent()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenAsync(bea, amira);
        await OpenAsync(bea, amira);

        line.Cut();
        await bea.Page.ClickAsync("[form=always-needed][name=AlwaysNeeded]");
        await Expect(bea.Page.Locator(Needed)).ToHaveAttributeAsync("data-pending", "waits");
        await bea.Page.ReloadAsync();
        await Expect(bea.Page.Locator(".kept-banner"))
            .ToContainTextAsync("Offline – showing data from");
        await Expect(bea.Page.Locator(Needed)).ToHaveAttributeAsync("data-pending", "waits");
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Yes");
        line.Mend();

        await Expect(bea.Page.Locator(Needed)).Not.ToHaveAttributeAsync("data-pending", "waits");
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to no");
        await Expect(bea.Page.Locator(".kept-banner")).ToHaveCountAsync(0);
        Assert.True(
            await Database.AskAsync<bool>(
                $"select always_needed from employees where id = '{amira.Id}'"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task A_section_reads_as_typed_while_it_is_saved()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.Page.GotoAsync($"/team/{amira.Id}");
        await tom.IsLiveAsync();
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);

        await EditAsync(bea, "contact", "#Name", "Amira <i>Demir</i>");
        await EditAsync(bea, "notes", "#Notes", "Speaks Turkish");
        var name = bea.Page.Locator("#person-contact [data-echo=Name]");
        await Expect(name).ToHaveAttributeAsync("data-pending", "");
        await Expect(name).ToHaveTextAsync("Amira <i>Demir</i>");
        await Expect(bea.Page.Locator("#person-contact [data-echo=Phone]"))
            .Not.ToHaveAttributeAsync("data-pending", "");
        await Expect(bea.Page.Locator("#person-notes [data-echo=Notes]"))
            .ToHaveAttributeAsync("data-pending", "");
        await Expect(bea.Page.Locator("#person-contact form")).ToBeHiddenAsync();
        held.SetResult();

        await Expect(tom.Page.Locator("#person-contact [data-part=Name]"))
            .ToHaveTextAsync("Amira <i>Demir</i>");
        await Expect(tom.Page.Locator("#person-notes [data-part=Notes]"))
            .ToHaveTextAsync("Speaks Turkish");
        await Expect(bea.Page.Locator("[data-pending], [data-reading]")).ToHaveCountAsync(0);
        await Expect(name).ToHaveTextAsync("Amira <i>Demir</i>");
        await Expect(bea.Page.Locator("[aria-label='Edit notes']")).ToBeFocusedAsync();
        // In the order in which they were pressed.
        Assert.Equal(
            "name,notes",
            await Database.AskAsync<string>(
                $"select string_agg(key, ',' order by a.id) from audit_log a, jsonb_object_keys(diff) key where person_id = '{amira.Id}' and action = 'update' and key in ('name', 'notes')"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task A_refused_section_is_taken_back_and_typed_into_again()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await HireAsync("Olga Novak", "+4915123456702");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);

        await EditAsync(bea, "contact", "#Phone", "+49 151 2345 6702");
        await Expect(bea.Page.Locator("#person-contact [data-echo=Phone]"))
            .ToHaveTextAsync("+49 151 2345 6702");
        held.SetResult();

        await Expect(bea.Page.Locator(".toast.bad")).ToContainTextAsync("Taken back");
        await Expect(bea.Page.Locator("#Phone")).ToHaveValueAsync("+49 151 2345 6702");
        await Expect(bea.Page.Locator("#Phone-error")).ToContainTextAsync("Olga Novak");
        await Expect(bea.Page.Locator("[data-reading]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_section_that_somebody_else_changed_meanwhile_is_asked_about()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);

        await EditAsync(bea, "contact", "#Name", "Amira by Bea");
        await Expect(bea.Page.Locator("#person-contact [data-pending]"))
            .ToHaveTextAsync("Amira by Bea");
        await Database.RunAsync(
            $"update employees set name = 'Amira by Tom' where id = '{amira.Id}'"
        );
        held.SetResult();

        await Expect(bea.Page.Locator("#person-contact .conflict"))
            .ToContainTextAsync("Amira by Tom");
        await Expect(bea.Page.Locator(".toast.bad"))
            .ToContainTextAsync("Somebody changed the same meanwhile");
    }

    [Fact]
    public async Task What_is_no_plain_echo_is_looked_at_in_its_form_until_there_is_an_answer()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);

        await EditAsync(bea, "hours", "#LastWorkedOn", "2026-11-01");
        await Expect(bea.Page.Locator("#LastWorkedOn")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator("[data-reading]")).ToHaveCountAsync(0);
        held.SetResult();

        await Expect(bea.Page.Locator("#person-hours [data-part=LastWorkedOn]"))
            .ToHaveTextAsync("1 Nov 2026");
    }

    [Fact]
    public async Task A_section_that_waits_is_shown_over_a_reload_and_can_be_gone_on_with()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenAsync(bea, amira);
        await OpenAsync(bea, amira);

        await bea.Page.ClickAsync("[aria-label='Edit contact']");
        await Expect(bea.Page.Locator("#Name")).ToBeVisibleAsync();
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira on the train");
        await bea.PressAsync("Save changes");
        var name = bea.Page.Locator("#person-contact [data-echo=Name]");
        await Expect(name).ToHaveAttributeAsync("data-pending", "waits");
        await bea.Page.ClickAsync("#person-contact [data-reading] [aria-label='Edit contact']");
        await Expect(bea.Page.Locator("#Name")).ToHaveValueAsync("Amira on the train");
        await Expect(bea.Page.Locator("#person-contact .banner.waiting")).ToBeVisibleAsync();
        await bea.Page.ReloadAsync();
        await Expect(bea.Page.Locator(".kept-banner"))
            .ToContainTextAsync("Offline – showing data from");
        await Expect(name).ToHaveTextAsync("Amira on the train");
        await Expect(name).ToHaveAttributeAsync("data-pending", "waits");
        // Opened again, it is one's own change that is gone on with, not what the office has.
        await bea.Page.ClickAsync("[aria-label='Edit contact']");
        await Expect(bea.Page.Locator("#Name")).ToHaveValueAsync("Amira on the train");
        await Expect(bea.Page.Locator("#person-contact form .banner.waiting"))
            .ToContainTextAsync("waits for the connection");
        await Expect(bea.Page.Locator("[name='Was[Name]']")).ToHaveValueAsync("Amira on the train");
        line.Mend();

        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(name).ToHaveTextAsync("Amira on the train");
        Assert.Equal(
            "Amira on the train",
            await Database.AskAsync<string>($"select name from employees where id = '{amira.Id}'")
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_is_done_to_many_shows_on_their_rows_at_once()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var ben = await HireAsync("Ben Adler");
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await bea.IsLiveAsync();
        await tom.IsLiveAsync();
        await bea.Page.ReloadAsync();
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);
        var skills = bea.Page.Locator($"[data-row='{amira.Id}'] [data-shown=skills]");

        await PickAsync(bea, amira, ben);
        await bea.Page.FillAsync("#bulk [name=Skill]", "bar");
        await bea.PressAsync("Add skill");
        await Expect(skills).ToHaveTextAsync("bar");
        await Expect(skills).ToHaveAttributeAsync("data-pending", "");
        await bea.Page.FillAsync("#bulk [name=Skill]", "vip");
        await bea.PressAsync("Add skill");
        await Expect(skills.Locator(".tag")).ToHaveTextAsync(["bar", "vip"]);
        held.SetResult();

        await Expect(tom.Page.Locator($"[data-row='{ben.Id}'] [data-shown=skills] .tag"))
            .ToHaveTextAsync(["bar", "vip"]);
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(skills.Locator(".tag")).ToHaveTextAsync(["bar", "vip"]);
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_may_not_be_done_to_many_is_taken_back_from_their_rows()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.ReloadAsync();
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);
        var state = bea.Page.Locator($"[data-row='{amira.Id}'] [data-shown=state]");

        await PickAsync(bea, amira);
        await bea.PressAsync("Archive");
        await Expect(state).ToHaveTextAsync("Archived");
        await Database.RunAsync("update users set role = 'Staff' where email like 'manager%'");
        held.SetResult();

        await Expect(bea.Page.Locator(".toast.bad")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(state).ToHaveTextAsync("New");
    }

    static async Task PickAsync(Colleague who, params Employee[] people)
    {
        foreach (var person in people)
            await who.Page.CheckAsync($"[data-row='{person.Id}'] [data-pick]");
    }

    static async Task EditAsync(Colleague who, string section, string field, string value)
    {
        await who.Page.ClickAsync($"[aria-label='Edit {section}']");
        await who.Page.FillAsync(field, value);
        await who.Page.ClickAsync($"#person-{section} form .primary");
    }

    // No save is let through before that.
    static async Task<TaskCompletionSource> HoldAsync(Colleague who)
    {
        var held = new TaskCompletionSource();
        await who.Page.RouteAsync(
            "**/team/**",
            async route =>
            {
                if (route.Request.Method == "POST" && !route.Request.Url.Contains("handler=Check"))
                    await held.Task;
                await route.ContinueAsync();
            }
        );
        return held;
    }

    static async Task OpenAsync(Colleague who, Employee person)
    {
        await who.Page.GotoAsync($"/team/{person.Id}");
        await who.IsLiveAsync();
        await who.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
    }
}
