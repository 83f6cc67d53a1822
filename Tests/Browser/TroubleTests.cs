using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class TroubleTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    const string Saving = "**/team/new";

    [Fact]
    public async Task An_answer_lost_on_the_way_is_asked_for_again_by_itself_and_done_once()
    {
        var (mia, toast) = await AtNewcomerAsync();
        var keys = new List<string?>();
        var told = new TaskCompletionSource();
        await mia.Page.RouteAsync(
            Saving,
            async route =>
            {
                keys.Add(await route.Request.HeaderValueAsync("Idempotency-Key"));
                // That it may have been saved is said until it is asked for again.
                if (keys.Count > 1)
                    await told.Task.WaitAsync(TimeSpan.FromMinutes(2));
                var answer = await route.FetchAsync();
                if (keys.Count == 1)
                    await route.AbortAsync();
                else
                    await route.FulfillAsync(new() { Response = answer });
            }
        );

        await mia.PressAsync("Add this person");
        await Expect(toast).ToContainTextAsync("it may have been saved");
        told.SetResult();

        await Expect(mia.Page.Locator("h1")).ToHaveTextAsync("Bo Newcomer");
        Assert.NotNull(keys[0]);
        Assert.Single(keys.Distinct());
        Assert.Equal(1, await CountAsync("employees where name = 'Bo Newcomer'"));
        Assert.Equal(1, await CountAsync("saved_answers"));
    }

    [Fact]
    public async Task A_late_answer_is_told_apart_from_a_lost_line()
    {
        var (mia, toast) = await AtNewcomerAsync();
        await mia.Page.EvaluateAsync("htmx.config.defaultTimeout = 200");
        await mia.Page.RouteAsync(Saving, _ => Task.CompletedTask);

        await mia.PressAsync("Add this person");

        await Expect(toast).ToContainTextAsync("No answer came: it may have been saved");
        await Expect(mia.Page.Locator("#Name")).ToHaveValueAsync("Bo Newcomer");
    }

    [Fact]
    public async Task What_broke_has_a_reference_and_can_be_reported()
    {
        var (mia, toast) = await AtNewcomerAsync();
        await mia.Page.RouteAsync(
            Saving,
            route =>
                route.FulfillAsync(
                    new() { Status = 500, Headers = [KeyValuePair.Create("X-Reference", "4f2a")] }
                )
        );

        await mia.PressAsync("Add this person");

        await Expect(toast).ToContainTextAsync("under the reference shown. 4f2a");
        await Expect(toast.Locator("[data-report-problem]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_signed_out_signs_in_beside_and_sends_the_same_again()
    {
        var (mia, toast) = await AtNewcomerAsync();
        await Database.RunAsync("delete from sessions");

        await mia.PressAsync("Add this person");

        await Expect(toast).ToContainTextAsync("You are signed out");
        var popup = await mia.Page.RunAndWaitForPopupAsync(() =>
            toast.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync()
        );
        await popup.FillAsync("input[name=Email]", TestUsers.EmailOf(UserRole.Manager));
        await popup.FillAsync("input[name=Password]", TestUsers.Password);
        await popup.Locator("input[name=Password]").PressAsync("Enter");
        await popup.WaitForURLAsync("**/team");
        await mia.PressAsync("Add this person");
        await Expect(mia.Page.Locator("h1")).ToHaveTextAsync("Bo Newcomer");
    }

    [Fact]
    public async Task Whoever_keeps_it_for_later_takes_it_over_before_anything_is_said()
    {
        var (mia, toast) = await AtNewcomerAsync();
        await mia.Page.EvaluateAsync(
            """
            document.addEventListener("save:failed", (event) => {
              event.preventDefault();
              window.kept = [event.detail.cause, event.detail.action, event.detail.key.length].join();
            })
            """
        );
        await mia.Page.RouteAsync(Saving, route => route.AbortAsync());

        await mia.PressAsync("Add this person");

        await mia.ComesTrueAsync("window.kept === 'line,Add a person,36'");
        await Expect(toast).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Pressed_twice_is_saved_once_and_told_once()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.GotoAsync($"/team/{amira.Id}");
        await mia.IsLiveAsync();
        await mia.Page.GetByLabel("Edit notes").ClickAsync();
        await mia.Page.FillAsync("#Notes", "Only from six");
        await mia.Page.EvaluateAsync(
            """
            window.told = [];
            document.addEventListener("sync:event", ({ detail }) => window.told.push(detail.kind + " " + (detail.name ?? detail.action)));
            """
        );

        await mia.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).DblClickAsync();

        await Expect(mia.Page.Locator("[data-part=Notes]")).ToHaveTextAsync("Only from six");
        await mia.ComesTrueAsync(
            "window.told.includes('action Edit the notes of a person') && window.told.includes('confirmed Edit the notes of a person')"
        );
        await Expect(mia.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        Assert.Equal(1, await CountAsync("audit_log where diff ? 'notes' and action = 'update'"));
        Assert.Empty(mia.Complaints);
    }

    async Task<(Colleague Mia, ILocator Toast)> AtNewcomerAsync()
    {
        // Nothing waits: what goes wrong is said.
        await Database.RunAsync(
            "insert into feature_switches (name, is_on, percent, roles, people) values ('queue', false, 0, '{}', '{}')"
        );
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.Page.GotoAsync("/team/new");
        await mia.IsLiveAsync();
        await mia.Page.FillAsync("#Name", "Bo Newcomer");
        return (mia, mia.Page.Locator("#toasts .toast.bad"));
    }

    Task<long> CountAsync(string from) => Database.AskAsync<long>($"select count(*) from {from}");
}
