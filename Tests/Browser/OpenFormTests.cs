using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class OpenFormTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Who_is_typing_learns_what_a_colleague_has_just_changed_and_keeps_what_is_typed()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await bea.Page.GetByLabel("Edit contact").ClickAsync();
        await bea.Page.FillAsync("#Email", "amira@");
        var before = await bea.Page.Locator("#Email").BoundingBoxAsync();

        using var sam = await App.SignInAsync();
        var page = await sam.GetPageAsync($"/team/{amira.Id}/contact");
        using var saved = await sam.PostAsync(
            $"/team/{amira.Id}/contact",
            PersonOffice.Filled(page, PersonOffice.Form, ("Phone", "030 1234567"))
        );

        await Expect(bea.Page.Locator("#person-contact-meanwhile"))
            .ToContainTextAsync("Sam Staff has just changed phone to +49 30 1234567.");
        await Expect(bea.Page.Locator("#Email")).ToHaveValueAsync("amira@");
        await Expect(bea.Page.Locator("#Email")).ToBeFocusedAsync();
        Assert.Equal(before!.Y, (await bea.Page.Locator("#Email").BoundingBoxAsync())!.Y);
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_was_typed_comes_back_after_cancel_while_a_colleague_has_saved()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await bea.Page.GetByLabel("Edit contact").ClickAsync();
        await bea.Page.FillAsync("#Email", "amira@example.org");
        using var sam = await App.SignInAsync();
        var page = await sam.GetPageAsync($"/team/{amira.Id}/contact");
        await bea.Page.GetByText("Cancel", new() { Exact = true }).ClickAsync();
        await bea.IsToldAsync("What you typed was discarded");
        using var saved = await sam.PostAsync(
            $"/team/{amira.Id}/contact",
            PersonOffice.Filled(page, PersonOffice.Form, ("Phone", "030 1234567"))
        );
        await Expect(bea.Page.Locator("[data-part=Phone]")).ToHaveTextAsync("+49 30 1234567");

        await bea.PressAsync("Undo");

        await Expect(bea.Page.Locator("#Email")).ToHaveValueAsync("amira@example.org");
        await Expect(bea.Page.Locator("#Phone")).ToHaveValueAsync("+49 30 1234567");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task So_does_who_has_a_small_form_open()
    {
        await using (var office = new Office(Schema.Options(Database.AppConnectionString)))
        {
            office.Add(TestUsers.Make("Bea Keller", "bea@example.test", UserRole.Admin));
            await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var ada = await ColleagueAsync(UserRole.Admin);
        await ada.Page.GotoAsync("/admin/switches?edit=queue");
        await ada.IsLiveAsync();
        await ada.Page.FillAsync("[name='Percent']", "30");

        using var bea = App.Stranger();
        await bea.SignInAsync("bea@example.test", TestUsers.Password);
        var page = await bea.GetPageAsync("/admin/switches?edit=queue");
        using var saved = await bea.PostAsync(
            "/admin/switches?edit=queue",
            PersonOffice.Filled(page, "form[data-guard]", ("Percent", "60"))
        );

        await Expect(ada.Page.Locator("#meanwhile"))
            .ToContainTextAsync(
                "Bea Keller has just changed “Share of all people, in per cent” to 60 %."
            );
        await Expect(ada.Page.Locator("[name='Percent']")).ToHaveValueAsync("30");
        Assert.Empty(ada.Complaints);
    }
}
