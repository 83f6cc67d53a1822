using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class ConflictTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Who_leaves_before_choosing_is_asked_first()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await AtAsync(UserRole.Manager, amira.Id, "contact");
        var sam = await AtAsync(UserRole.Staff, amira.Id, "contact");
        await mia.Page.FillAsync("#Email", "mia@example.org");
        await SaveAsync(mia, "mia@example.org");
        await sam.Page.FillAsync("#Email", "sam@example.org");
        await sam.PressAsync("Save changes");
        await Expect(sam.Page.Locator("[data-conflict]")).ToBeVisibleAsync();

        Assert.True(await AsksBeforeLeavingAsync(sam.Page));
        await sam.PressAsync("Save my choice");
        await Expect(sam.Page.Locator("[data-part=Email]")).ToHaveTextAsync("sam@example.org");

        Assert.False(await AsksBeforeLeavingAsync(sam.Page));
        Assert.Empty(sam.Complaints);
    }

    [Fact]
    public async Task Who_entered_nothing_may_leave_without_a_question()
    {
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.GotoAsync("/team/new");
        await mia.PressAsync("Add this person");
        await Expect(mia.Page.Locator("#Name-error")).ToContainTextAsync("Enter a name");

        Assert.False(await AsksBeforeLeavingAsync(mia.Page));
        await mia.Page.FillAsync("#Notes", "Speaks Danish");
        await mia.PressAsync("Add this person");

        // The message is there from before: the answer is waited for by what comes of it.
        await mia.Page.WaitForFunctionAsync(AsksBeforeLeaving);
        await Expect(mia.Page.Locator("#Notes")).ToHaveValueAsync("Speaks Danish");
    }

    const string AsksBeforeLeaving =
        "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";

    static Task<bool> AsksBeforeLeavingAsync(IPage page) =>
        page.EvaluateAsync<bool>(AsksBeforeLeaving);

    [Theory]
    [InlineData("mine", "sam@example.org")]
    [InlineData("theirs", "mia@example.org")]
    public async Task The_second_at_the_same_field_chooses_and_nothing_is_lost(
        string choice,
        string email
    )
    {
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await AtAsync(UserRole.Manager, amira.Id, "contact");
        var sam = await AtAsync(UserRole.Staff, amira.Id, "contact");

        await mia.Page.FillAsync("#Email", "mia@example.org");
        await SaveAsync(mia, "mia@example.org");
        await sam.Page.FillAsync("#Email", "sam@example.org");
        await sam.Page.FillAsync("#Phone", "+49 1512 3456701");
        await sam.PressAsync("Save changes");

        await Expect(sam.Page.Locator("[data-conflict] .value"))
            .ToHaveTextAsync(["sam@example.org", "mia@example.org"]);
        await Expect(sam.Page.Locator("[data-conflict] .side").Nth(1))
            .ToContainTextAsync("Mia Manager");
        await sam.Page.CheckAsync($"[data-conflict] input[value={choice}]");
        await sam.PressAsync("Save my choice");

        // Live: the one who was first sees what became of it.
        foreach (var page in new[] { sam.Page, mia.Page })
        {
            await Expect(page.Locator("[data-part=Email]")).ToHaveTextAsync(email);
            await Expect(page.Locator("[data-part=Phone]")).ToHaveTextAsync("+49 1512 3456701");
        }
        await sam.Page.GotoAsync($"/team/{amira.Id}/history");
        await Expect(sam.Page.Locator("#person-history")).ToContainTextAsync("mia@example.org");
        Assert.Empty(sam.Complaints);
    }

    [Fact]
    public async Task Something_else_is_shown_before_it_is_saved_and_what_was_given_up_is_put_back()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await AtAsync(UserRole.Manager, amira.Id, "contact");
        var sam = await AtAsync(UserRole.Staff, amira.Id, "contact");
        await mia.Page.FillAsync("#Email", "mia@example.org");
        await SaveAsync(mia, "mia@example.org");
        await sam.Page.FillAsync("#Email", "sam@example.org");
        await sam.PressAsync("Save changes");

        var result = sam.Page.Locator("[data-result=Email]");
        await Expect(result).ToHaveTextAsync("sam@example.org");
        await sam.Page.CheckAsync("[data-conflict] input[value=theirs]");
        await Expect(result).ToHaveTextAsync("mia@example.org");
        await sam.Page.GetByLabel("E-mail: something else").FillAsync("both@example.org");
        await Expect(result).ToHaveTextAsync("both@example.org");
        await Expect(sam.Page.Locator("[data-conflict] input[value=edit]")).ToBeCheckedAsync();
        await sam.PressAsync("Save my choice");

        foreach (var page in new[] { sam.Page, mia.Page })
            await Expect(page.Locator("[data-part=Email]")).ToHaveTextAsync("both@example.org");
        await mia.Page.GotoAsync($"/team/{amira.Id}/history");
        var line = mia.Page.Locator("#person-history li", new() { HasText = "gave up" });
        await Expect(line)
            .ToContainTextAsync(
                "Sam Staff kept e-mail at both@example.org, gave up sam@example.org"
            );
        await line.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(mia.Page.Locator("#toasts")).ToContainTextAsync("Put back e-mail.");
        await Expect(sam.Page.Locator("[data-part=Email]")).ToHaveTextAsync("sam@example.org");
        Assert.Empty(sam.Complaints);
        Assert.Empty(mia.Complaints);
    }

    [Fact]
    public async Task Two_at_different_sections_are_not_asked_anything()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await AtAsync(UserRole.Manager, amira.Id, "notes");
        var sam = await AtAsync(UserRole.Staff, amira.Id, "contact");

        await mia.Page.FillAsync("#Notes", "Only from six o'clock");
        await mia.PressAsync("Save changes");
        await Expect(sam.Page.Locator("[data-part=Notes]"))
            .ToHaveTextAsync("Only from six o'clock");
        await sam.Page.FillAsync("#Email", "amira@example.org");
        await sam.PressAsync("Save changes");

        foreach (var page in new[] { sam.Page, mia.Page })
        {
            await Expect(page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");
            await Expect(page.Locator("[data-part=Notes]"))
                .ToHaveTextAsync("Only from six o'clock");
            await Expect(page.Locator("[data-conflict]")).ToHaveCountAsync(0);
        }
    }

    // What was typed shows at once: it is saved when it is not pending any more.
    static async Task SaveAsync(Colleague who, string email)
    {
        await who.PressAsync("Save changes");
        await Expect(who.Page.Locator("[data-part=Email]")).ToHaveTextAsync(email);
        await Expect(who.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
    }

    async Task<Colleague> AtAsync(UserRole role, Guid person, string section)
    {
        var colleague = await ColleagueAsync(role);
        await colleague.Page.GotoAsync($"/team/{person}");
        await colleague.IsLiveAsync();
        await colleague.Page.GetByLabel($"Edit {section}").ClickAsync();
        await Expect(colleague.Page.Locator($"#person-{section} form")).ToBeVisibleAsync();
        return colleague;
    }
}
