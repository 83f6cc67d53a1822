using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class QueueTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    const string Waiting = "[data-queue-panel] li";
    const string Shown = "#person-contact [data-part=Name]";

    [Fact]
    public async Task What_is_saved_without_a_line_waits_and_is_sent_once_when_it_is_back()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        await OpenFormAsync(bea, amira);

        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira on the train");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting))
            .ToContainTextAsync("Edit the contact of a person · Amira Yilmaz");
        line.Mend();

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira on the train");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
        // The form gives way to what was saved.
        await Expect(bea.Page.Locator("#person-contact [data-part=Name]"))
            .ToHaveTextAsync("Amira on the train");
        Assert.Equal(1, await ChangesOfAsync(amira));
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task Two_tabs_send_what_waits_but_once()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        var second = await bea.Page.Context.NewPageAsync();
        await second.GotoAsync("/team");
        await OpenFormAsync(bea, amira);

        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira once");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        line.Mend();
        await second.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await bea.Page.EvaluateAsync("window.dispatchEvent(new Event('online'))");

        await Eventually.TrueAsync(async () => await NameOfAsync(amira) == "Amira once");
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        Assert.Equal(1, await ChangesOfAsync(amira));
    }

    [Fact]
    public async Task A_refused_change_is_parked_where_one_can_look_and_decide()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        await ShowPanelAsync(bea);

        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira by Bea");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        await Database.RunAsync(
            $"update employees set name = 'Amira by Tom' where id = '{amira.Id}'"
        );
        line.Mend();

        await Expect(bea.Page.Locator(Waiting))
            .ToContainTextAsync("Somebody changed the same meanwhile");
        await ShowPanelAsync(bea);
        await bea.Page.Locator(Waiting).GetByText("Look and decide").ClickAsync();
        await Expect(bea.Page.Locator(".conflict")).ToContainTextAsync("Amira by Bea");
        await Expect(bea.Page.Locator(".conflict")).ToContainTextAsync("Amira by Tom");
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Signing_out_warns_of_what_waits_and_leaves_nothing()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira unsent");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        // A refused change waits for its person, with or without a line.
        await Database.RunAsync(
            $"update employees set name = 'Amira by Tom' where id = '{amira.Id}'"
        );
        line.Mend();
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting)).ToContainTextAsync("Somebody");

        await bea.Page.ClickAsync(".person-button");
        await bea.PressAsync("Sign out");
        await Expect(bea.Page.Locator("dialog[open] h2"))
            .ToHaveTextAsync("1 change is not sent yet");
        await bea.PressAsync("Stay signed in");
        await bea.Page.ClickAsync(".person-button");
        await bea.PressAsync("Sign out");
        await bea.PressAsync("Sign out and lose them");
        await Expect(bea.Page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));

        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator("[data-queue-panel]"))
            .ToHaveTextAsync("Nothing waits to be sent.");
    }

    [Fact]
    public async Task Whoever_comes_next_neither_sees_nor_sends_what_waits()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira of Bea");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        // Her session ends elsewhere, and Tom sits down at her browser.
        await bea.Page.Context.ClearCookiesAsync();
        line.Mend();
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Staff), TestUsers.Password);
        await ShowPanelAsync(bea);

        await bea.IsLiveAsync();
        await Expect(bea.Page.Locator("[data-queue-panel]"))
            .ToHaveTextAsync("Nothing waits to be sent.");
        Assert.Equal("Amira Yilmaz", await NameOfAsync(amira));

        await bea.Page.Context.ClearCookiesAsync();
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        await Eventually.TrueAsync(async () => await NameOfAsync(amira) == "Amira of Bea");
    }

    [Fact]
    public async Task What_cannot_wait_is_not_offered_without_a_line_and_says_why()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.GotoAsync("/account/password");
        await bea.IsLiveAsync();
        var add = bea.Page.Locator("main form button.primary");

        line.Cut();
        await Expect(add).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(add)
            .ToHaveAttributeAsync(
                "title",
                new System.Text.RegularExpressions.Regex("^Needs a connection: ")
            );
        line.Mend();
        await Expect(add).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task A_newcomer_waits_and_is_told_of_with_where_to_look()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        await bea.Page.GotoAsync("/team/new");
        await bea.IsLiveAsync();

        line.Cut();
        await bea.Page.FillAsync("#Name", "Lena of the train");
        await bea.PressAsync("Add this person");
        await Expect(bea.Page.Locator("form .banner.waiting"))
            .ToContainTextAsync("You can leave the page");
        // Pressed once more, she would be there twice.
        await Expect(bea.Page.Locator("#Name")).ToBeDisabledAsync();
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting))
            .ToContainTextAsync("Add a person · Lena of the train");
        line.Mend();

        await Expect(tom.Page.Locator("#team-list")).ToContainTextAsync("Lena of the train");
        await bea.Page.Locator("form .banner.good").GetByText("Look at it").ClickAsync();
        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("Lena of the train");
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                "select count(*) from employees where name = 'Lena of the train'"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task A_newcomer_whom_a_broken_office_had_saved_already_is_not_said_to_wait()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.GotoAsync("/team/new");
        await bea.IsLiveAsync();
        await bea.Page.FillAsync("#Name", "Lena of the train");

        line.DropAnswers();
        await bea.PressAsync("Add this person");
        await Eventually.TrueAsync(async () =>
            await Database.AskAsync<long>(
                "select count(*) from saved_answers where status is not null"
            ) == 1
        );
        // As if the office had died before it wrote down what it answered.
        await Database.RunAsync(
            "update saved_answers set status = null, headers = null, body = null"
        );
        line.Cut();
        await Expect(bea.Page.Locator("form .banner.waiting")).ToBeVisibleAsync();
        line.Mend();

        await Expect(bea.Page.Locator("form .banner.good")).ToContainTextAsync("This is saved.");
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                "select count(*) from employees where name = 'Lena of the train'"
            )
        );
    }

    [Fact]
    public async Task A_newcomer_who_is_refused_stays_to_be_mended()
    {
        await HireAsync("Olga Novak", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.GotoAsync("/team/new");
        await bea.IsLiveAsync();

        line.Cut();
        await bea.Page.FillAsync("#Name", "Lena of the train");
        await bea.Page.FillAsync("#Phone", "+49 151 2345 6701");
        await bea.PressAsync("Add this person");
        await Expect(bea.Page.Locator("form .banner.waiting")).ToBeVisibleAsync();
        line.Mend();

        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting))
            .ToContainTextAsync("It was not accepted as entered");
        await bea.Page.GotoAsync("/team");
        await ShowPanelAsync(bea);
        await bea.Page.Locator(Waiting).GetByText("Look and decide").ClickAsync();
        await Expect(bea.Page.Locator("#Name")).ToHaveValueAsync("Lena of the train");
        await bea.Page.FillAsync("#Phone", "+49 151 2345 6702");
        await bea.PressAsync("Add this person");

        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("Lena of the train");
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_report_waits_and_its_dialog_is_done()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.IsLiveAsync();
        await ShowPanelAsync(bea);
        line.Cut();
        await bea.Page.ClickAsync("#pill-panel [data-report-problem]");
        await bea.PressAsync("Send the report");
        // What is not complete is not kept.
        await Expect(bea.Page.Locator("#report-problem")).ToBeVisibleAsync();
        await bea.Page.FillAsync("#report-comment", "The list is empty on the train");
        await bea.PressAsync("Send the report");
        await Expect(bea.Page.Locator("#report-problem")).ToBeHiddenAsync();
        line.Mend();

        await Eventually.TrueAsync(async () =>
            await Database.AskAsync<long>(
                "select count(*) from problem_reports where comment like 'The list is empty%'"
            ) == 1
        );
        Assert.Empty(bea.Complaints);
    }

    static async Task OpenFormAsync(Colleague who, Employee person)
    {
        await who.Page.GotoAsync($"/team/{person.Id}");
        await who.IsLiveAsync();
        await who.Page.ClickAsync("[aria-label='Edit contact']");
        await Expect(who.Page.Locator("#Name")).ToBeVisibleAsync();
    }

    static async Task ShowPanelAsync(Colleague who) =>
        await who.Page.EvaluateAsync("document.getElementById('pill-panel').togglePopover(true)");

    Task<string?> NameOfAsync(Employee person) =>
        Database.AskAsync<string>($"select name from employees where id = '{person.Id}'");

    Task<long> ChangesOfAsync(Employee person) =>
        Database.AskAsync<long>(
            $"select count(*) from audit_log where person_id = '{person.Id}' and action = 'update'"
        );
}
