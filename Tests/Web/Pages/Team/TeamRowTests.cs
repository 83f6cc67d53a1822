using Bunit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class TeamRowTests : BunitContext
{
    static readonly DateTimeOffset LongAgo = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly Employee Amira = Made();

    static Employee Made(Action<Employee>? with = null)
    {
        var person = new Employee
        {
            Id = new("018f0000-0000-7000-8000-000000000001"),
            Name = "Amira Yılmaz",
            Phone = "+4915123456701",
            WorkRole = new WorkRole { Name = "Bar", Hue = 7 },
            Employment = Employment.PartTime,
            AlwaysNeeded = true,
            LastWorkedOn = new(2026, 11, 18),
            OpeningHours = 38.5m,
        };
        person.HaveSkills(["cocktails", "wine", "English", "German"]);
        person.Put(nameof(Employee.CreatedAt), LongAgo).Put(nameof(Employee.Version), 812u);
        with?.Invoke(person);
        return person;
    }

    [Fact]
    public void A_row_says_who_what_and_since_when()
    {
        var row = Row(Amira).Find("tr");

        Assert.Equal("812", row.GetAttribute("data-version"));
        Assert.Equal($"/team/{Amira.Id}", row.QuerySelector("[data-open]")!.GetAttribute("href"));
        Assert.Equal("+49 1512 3456701", row.QuerySelector(".tel")!.TextContent);
        Assert.Equal("tel:+4915123456701", row.QuerySelector(".tel")!.GetAttribute("href"));
        Assert.Equal("Bar", row.QuerySelector(".hue-7")!.TextContent);
        Assert.Equal("3 days ago", row.QuerySelector("time")!.TextContent);
        Assert.Equal("38.5 h", row.QuerySelector(".num")!.TextContent);
        Assert.Equal("Always needed", row.QuerySelector(".state")!.TextContent);
        Assert.Equal(
            ["cocktails", "wine", "English", "1 more"],
            row.QuerySelectorAll(".tags .tag").Select(tag => tag.TextContent)
        );
    }

    [Fact]
    public void A_name_is_text_whatever_it_holds() =>
        Assert.Empty(Row(Made(p => p.Name = "<b>x</b>\"")).FindAll("b"));

    [Fact]
    public void Who_is_archived_or_new_is_said_in_words()
    {
        Assert.Equal(
            "Archived",
            Row(Made(p => p.Archive(TimeProvider.System))).Find(".state").TextContent
        );
        Assert.Equal(
            "New",
            Row(
                    Made(p =>
                    {
                        p.AlwaysNeeded = false;
                        p.Put(
                            nameof(Employee.CreatedAt),
                            new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)
                        );
                    })
                )
                .Find(".state")
                .TextContent
        );
        Assert.Equal(
            "Active",
            Row(Made(p => p.AlwaysNeeded = false)).Find("[data-shown=state]").TextContent.Trim()
        );
        Assert.Contains(
            "never",
            Row(Made(p => p.LastWorkedOn = null)).Find("[data-label='Last worked']").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Only_who_may_change_people_picks_them()
    {
        Assert.Empty(Row(Amira).FindAll("input"));
        Assert.Equal(
            "Select Amira Yılmaz",
            Row(Amira, mayChange: true).Find("[data-pick]").GetAttribute("aria-label")
        );
    }

    IRenderedComponent<TeamRow> Row(Employee person, bool mayChange = false) =>
        Render<TeamRow>(row =>
            row.Add(
                    r => r.View,
                    TeamViews.Of(
                        TeamViews.Query(),
                        [person],
                        role: mayChange ? UserRole.Manager : UserRole.Staff
                    )
                )
                .Add(r => r.Record, person)
        );
}
