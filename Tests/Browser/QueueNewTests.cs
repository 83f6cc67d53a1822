using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What waits and is about nobody who is there yet.</summary>
public class QueueNewTests(TestPostgres postgres, Chromium chromium)
    : WaitingOffice(postgres, chromium)
{
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
        await bea.Page.FillAsync("#Phone", "+49 1512 3456701");
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
        await bea.Page.FillAsync("#Phone", "+49 1512 3456702");
        await bea.PressAsync("Add this person");

        await Expect(bea.Page.Locator("h1")).ToHaveTextAsync("Lena of the train");
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator("[data-queue-panel]"))
            .ToHaveTextAsync("Nothing waits to be sent.");
    }

    [Fact]
    public async Task What_is_typed_while_a_report_is_under_way_is_not_lost_with_it()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.IsLiveAsync();
        await ShowPanelAsync(bea);
        await bea.Page.ClickAsync("#pill-panel [data-report-problem]");
        await bea.Page.FillAsync("#report-comment", "The list is empty");
        line.BlackHole();
        await bea.Page.RunAndWaitForRequestAsync(
            () => bea.PressAsync("Send the report"),
            request => request.Method == "POST"
        );
        await bea.Page.FillAsync("#report-comment", "The list is empty on the train");
        line.Cut();

        await Expect(bea.Page.GetByText("“Report a problem” may have been saved already").First)
            .ToBeVisibleAsync();
        await Expect(bea.Page.Locator("#report-comment"))
            .ToHaveValueAsync("The list is empty on the train");
        await Expect(bea.Page.Locator("#report-problem")).ToBeVisibleAsync();
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
        await Expect(bea.Page.GetByText("No connection").First).ToBeVisibleAsync();
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
}
