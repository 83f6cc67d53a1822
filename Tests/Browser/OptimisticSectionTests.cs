using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>A section that was typed into, until there is an answer.</summary>
public class OptimisticSectionTests(TestPostgres postgres, Chromium chromium)
    : PendingOffice(postgres, chromium)
{
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

        // By key: with the pointer the field is left, and checked, before it is sent.
        await bea.Page.ClickAsync("[aria-label='Edit contact']");
        await bea.Page.FillAsync("#Phone", "+49 1512 3456702");
        await bea.Page.PressAsync("#Phone", "Enter");
        await Expect(bea.Page.Locator("#person-contact [data-echo=Phone]"))
            .ToHaveTextAsync("+49 1512 3456702");
        held.SetResult();

        // The check of the field says the same before: this is the answer.
        await Expect(bea.Page.Locator("[data-reading]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator("#Phone-error")).ToContainTextAsync("Olga Novak");
        await Expect(bea.Page.Locator("#Phone")).ToHaveValueAsync("+49 1512 3456702");
        // It stands beside the field: a word for the same would have to be read twice.
        await Expect(bea.Page.Locator(".toast.bad")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_section_that_may_not_be_saved_is_typed_into_again_as_it_was()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);

        await EditAsync(bea, "notes", "#Notes", "Speaks Turkish");
        await Expect(bea.Page.Locator("#person-notes form")).ToBeHiddenAsync();
        await Database.RunAsync("update users set role = 'Staff' where email like 'manager%'");
        held.SetResult();

        await Expect(bea.Page.Locator(".toast.bad")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator("#Notes")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator("#Notes")).ToHaveValueAsync("Speaks Turkish");
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
        await Expect(bea.Page.Locator(".toast.bad")).ToHaveCountAsync(0);
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
            .ToContainTextAsync("Waiting for the connection.");
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

    static async Task EditAsync(Colleague who, string section, string field, string value)
    {
        await who.Page.ClickAsync($"[aria-label='Edit {section}']");
        await who.Page.FillAsync(field, value);
        await who.Page.ClickAsync($"#person-{section} form .primary");
    }
}
