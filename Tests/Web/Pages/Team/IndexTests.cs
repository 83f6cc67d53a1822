using StaffDashboard.Data.Employees;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class IndexTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task Printing_lists_everybody_who_matches_on_one_page()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Paper ' || i, '{}', 'FullTime', false, 0, '' from generate_series(1, 64) i"
        );
        await HireAsync("Somebody else");

        var list = await Manager.GetPageAsync("/team?q=paper");
        var print = await Staff.GetPageAsync(
            list.QuerySelector("a[data-print]")!.GetAttribute("href")!
        );

        Assert.Equal(50, NamesIn(list).Length);
        Assert.Contains(
            "50 of 64 people",
            list.QuerySelector(".print-only")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(64, NamesIn(print).Length);
    }

    [Fact]
    public async Task A_person_is_found_with_a_typo_without_accents_and_by_part_of_a_phone()
    {
        await HireAsync("Amira Yılmaz", p => (p.Phone = "+4915123456701").ToString());
        await HireAsync("Søren Weiß", p => p.HaveSkills(["crème brûlée"]));

        Assert.Equal(["Amira Yılmaz"], await ListedAsync("?q=yilmaz"));
        Assert.Equal(["Amira Yılmaz"], await ListedAsync("?q=Yilmez"));
        Assert.Equal(["Amira Yılmaz"], await ListedAsync("?q=0151%202345"));
        Assert.Equal(["Amira Yılmaz"], await ListedAsync("?q=%2B49%20(0)151/234"));
        Assert.Equal(["Søren Weiß"], await ListedAsync("?q=soren"));
        Assert.Equal(["Søren Weiß"], await ListedAsync("?q=weiss+creme"));
        Assert.Equal(["Søren Weiß"], await ListedAsync("?q=w"));
        Assert.Empty(await ListedAsync("?q=amira+soren"));
        Assert.Empty(await ListedAsync("?q=%25"));
    }

    [Fact]
    public async Task Whoever_worked_30_days_ago_worked_lately_and_31_days_ago_did_not()
    {
        // Noon: the day does not turn while this runs.
        var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);
        App.Clock.Set(new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero));
        foreach (var days in (int[])[29, 30, 31])
            await HireAsync($"Ago {days}", p => p.LastWorkedOn = today.AddDays(-days));

        Assert.Equal(["Ago 31"], await ListedAsync("?worked=not-lately"));
    }

    [Fact]
    public async Task Filters_and_orders_are_in_the_address()
    {
        var today = DateOnly.FromDateTime(App.Clock.GetUtcNow().UtcDateTime);
        await HireAsync(
            "Ann",
            p =>
            {
                p.Employment = Employment.Student;
                p.LastWorkedOn = today;
                p.OpeningHours = 5;
            }
        );
        await HireAsync(
            "Bob",
            p =>
            {
                p.AlwaysNeeded = true;
                p.LastWorkedOn = today.AddDays(-31);
                p.OpeningHours = 7;
            }
        );
        await HireAsync(
            "Cem",
            p =>
            {
                p.HaveSkills(["bar"]);
                p.OpeningHours = 6;
            }
        );
        await HireAsync("Dan", p => p.Archive(App.Clock));

        Assert.Equal(["Ann", "Bob", "Cem"], await ListedAsync(""));
        Assert.Equal(["Bob", "Cem", "Ann"], await ListedAsync("?sort=hours-desc"));
        Assert.Equal(["Cem", "Bob", "Ann"], await ListedAsync("?sort=worked"));
        Assert.Equal(["Ann"], await ListedAsync("?employment=Student"));
        Assert.Equal(["Bob"], await ListedAsync("?always=1"));
        Assert.Equal(["Bob", "Cem"], await ListedAsync("?worked=not-lately"));
        Assert.Equal(["Cem"], await ListedAsync("?skill=bar"));
        Assert.Equal(["Dan"], await ListedAsync("?archived=1"));
    }

    [Fact]
    public async Task Every_chip_counts_what_it_leads_to()
    {
        await using (var office = Open())
        {
            var bar = new WorkRole { Name = "Bar" };
            office.Add(bar);
            office.AddRange(
                Enumerable
                    .Range(0, 9)
                    .Select(i => new Employee
                    {
                        Name = $"P{i}",
                        WorkRoleId = i < 4 ? bar.Id : null,
                        AlwaysNeeded = i % 3 == 0,
                    })
            );
            await office.SaveChangesAsync();
        }
        foreach (var start in (string[])["/team", "/team?always=1", "/team?archived=1"])
        {
            var page = await Manager.GetPageAsync(start);
            foreach (
                var chip in page.QuerySelectorAll(".chips a.chip")
                    .Where(chip => chip.GetAttribute("aria-current") is null)
            )
                Assert.Equal(
                    int.Parse(chip.QuerySelector("b")!.TextContent, null),
                    (await ListedAsync(chip.GetAttribute("href")!["/team".Length..])).Length
                );
        }
    }

    [Fact]
    public async Task More_than_a_thousand_are_not_counted_further()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) select gen_random_uuid(), 'P' || i, '{}', 'Student', false, '', 0 from generate_series(1, 1500) i"
        );

        var page = await Manager.GetPageAsync("/team");

        Assert.Equal("1,000+", page.QuerySelector(".chips b")!.TextContent);
        Assert.Equal(50, NamesIn(page).Length);
    }

    [Fact]
    public async Task The_list_alone_is_what_the_page_holds_and_is_not_sent_twice()
    {
        await HireAsync("Ann");
        var page = await Manager.GetPageAsync("/team");
        var list = page.QuerySelector("#team-list")!;

        using var alone = await Manager.GetAsync(list.GetAttribute("hx-get")!);
        Assert.Equal(
            list.OuterHtml,
            (await Visitor.ParseAsync(alone)).QuerySelector("#team-list")!.OuterHtml
        );

        using var again = new HttpRequestMessage(HttpMethod.Get, list.GetAttribute("hx-get"));
        again.Headers.Add("HX-PTag", alone.Headers.GetValues("HX-PTag").Single());
        using var answer = await Manager.Http.SendAsync(
            again,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do_first()
    {
        Assert.NotNull(
            (await Manager.GetPageAsync("/team")).QuerySelector(".empty a[href='/team/new']")
        );
        Assert.Null((await Staff.GetPageAsync("/team")).QuerySelector(".empty a"));
        Assert.Contains(
            "No archived people",
            (await Manager.GetPageAsync("/team?archived=1")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(
            (await Manager.GetPageAsync("/team?q=zz")).QuerySelector(".empty a[href='/team']")
        );
    }

    [Fact]
    public async Task Staff_sees_no_boxes_to_pick()
    {
        await HireAsync("Ann");
        var page = await Staff.GetPageAsync("/team");

        Assert.Equal(["Ann"], NamesIn(page));
        Assert.Empty(page.QuerySelectorAll("[data-pick], [data-bulk], a[href='/team/new']"));
    }

    [Fact]
    public async Task A_page_beyond_the_last_person_begins_anew()
    {
        await HireAsync("Ann");

        Assert.Equal(["Ann"], await ListedAsync($"?after={Guid.CreateVersion7():N}zzz"));
        Assert.Equal(["Ann"], await ListedAsync("?after=nonsense"));
    }
}
