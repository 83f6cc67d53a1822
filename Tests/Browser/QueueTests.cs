using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class QueueTests(TestPostgres postgres, Chromium chromium)
    : WaitingOffice(postgres, chromium)
{
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
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        await bea.PressAsync("Save my choice");
        await Expect(bea.Page.Locator(Shown)).ToHaveTextAsync("Amira by Bea");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refused_change_is_discarded_where_it_was_typed_and_comes_back_by_undo()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira by Bea");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        await Database.RunAsync(
            $"update employees set name = 'Amira by Tom' where id = '{amira.Id}'"
        );
        line.Mend();
        var form = bea.Page.Locator("#person-contact form");

        await form.GetByText("Discard").ClickAsync();

        await Expect(form).ToContainTextAsync("Discarded. What you entered is still here");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
        await bea.IsToldAsync("Discarded: Edit the contact of a person");
        await bea.Page.Locator(".toast").GetByText("Undo").ClickAsync();
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        Assert.Equal("Amira by Tom", await NameOfAsync(amira));
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
}
