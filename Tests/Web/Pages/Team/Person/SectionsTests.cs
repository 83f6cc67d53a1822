using Bunit;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Team;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class SectionsTests : BunitContext
{
    static readonly Employee Amira = Made();

    [Fact]
    public void Contact_is_dialled_and_written_to_by_a_click()
    {
        var shown = Section(EmployeeSections.Contact);

        Assert.Equal("tel:+4915123456701", shown.Find("[data-part=Phone] a").GetAttribute("href"));
        Assert.Equal("+49 1512 3456701", shown.Find("[data-part=Phone]").TextContent);
        Assert.Equal(
            "mailto:amira@example.org",
            shown.Find("[data-part=Email] a").GetAttribute("href")
        );
    }

    [Fact]
    public void What_is_not_known_leaves_its_place_empty_for_the_style_sheet()
    {
        var shown = Section(EmployeeSections.Contact, new Employee { Name = "A" });

        Assert.Equal("", shown.Find("[data-part=Phone]").InnerHtml);
        Assert.Equal("", shown.Find("[data-part=Email]").InnerHtml);
    }

    [Fact]
    public void Work_shows_the_role_in_its_colour_and_every_skill()
    {
        var shown = Render<WorkSection>(p => p.Add(c => c.View, View()));

        Assert.Equal("Bar", shown.Find("[data-part=WorkRoleId] .tag.hue-7").TextContent);
        Assert.Equal(
            ["cocktails", "English"],
            shown.FindAll("[data-part=Skills] .tag > [data-item]").Select(t => t.TextContent)
        );
        Assert.Contains(
            "work-roles",
            shown.Find("section").GetAttribute("data-live"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Hours_keeps_the_rate_from_Staff()
    {
        var forManager = Render<HoursSection>(p => p.Add(c => c.View, View()));
        var forStaff = Render<HoursSection>(p => p.Add(c => c.View, View(UserRole.Staff)));

        Assert.Equal("€\u00A018.50", forManager.Find("[data-part=HourlyRate]").TextContent);
        Assert.DoesNotContain("18.5", forStaff.Markup, StringComparison.Ordinal);
        Assert.Equal("1 Nov 2026", forStaff.Find("[data-part=LastWorkedOn]").TextContent);
    }

    [Fact]
    public void Notes_are_text_and_never_markup()
    {
        var shown = Section(EmployeeSections.Notes);

        Assert.Equal("<b>Careful</b>\nTwo", shown.Find("[data-part=Notes]").TextContent);
        Assert.Empty(shown.FindAll("[data-part=Notes] b"));
    }

    [Fact]
    public void Account_names_who_signs_in()
    {
        var (ann, user) = (Made(), Guid.CreateVersion7());
        ann.UserId = user;
        var words = OfficeWords.Plain.With(
            User.Choices,
            new Dictionary<Guid, string> { [user] = "Amira Y." }
        );

        var shown = Section(EmployeeSections.Account, ann, words);

        Assert.Equal("Amira Y.", shown.Find("[data-part=UserId]").TextContent);
    }

    [Fact]
    public void The_head_offers_each_role_what_it_may_do()
    {
        var forStaff = Render<PersonHead>(p => p.Add(c => c.View, View(UserRole.Staff)));
        var forManager = Render<PersonHead>(p => p.Add(c => c.View, View()));
        var forAdmin = Render<PersonHead>(p => p.Add(c => c.View, View(UserRole.Admin)));

        Assert.Empty(forStaff.FindAll(".menu"));
        Assert.Single(forManager.FindAll("button[form=archive]"));
        Assert.Empty(forManager.FindAll("a.danger"));
        Assert.Equal($"/team/{Amira.Id}/erase", forAdmin.Find("a.danger").GetAttribute("href"));
        Assert.DoesNotContain(
            "__RequestVerificationToken",
            forAdmin.Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_head_of_somebody_archived_says_so_and_offers_the_way_back()
    {
        var archived = Made();
        archived.Archive(TimeProvider.System);

        var shown = Render<PersonHead>(p => p.Add(c => c.View, View(of: archived)));

        Assert.Equal("Archived", shown.Find(".state").TextContent);
        Assert.Single(shown.FindAll("button[form=restore]"));
    }

    [Fact]
    public void An_erased_person_leaves_nothing_in_the_place_of_any_part()
    {
        var head = Erased("head");
        var contact = Erased("contact");

        Assert.Contains("erased", head.Find("#person-head").TextContent, StringComparison.Ordinal);
        Assert.Equal("", contact.Find("#person-contact").TextContent);
    }

    IRenderedComponent<ErasedRecord> Erased(string part) =>
        Render<ErasedRecord>(p => p.Add(c => c.Links, TeamLinks.Person).Add(c => c.Part, part));

    IRenderedComponent<RecordSection> Section(
        Section section,
        Employee? of = null,
        OfficeWords? words = null
    ) =>
        Render<RecordSection>(p =>
            p.Add(c => c.View, View(of: of, words: words)).Add(c => c.Section, section)
        );

    static RecordView View(
        UserRole role = UserRole.Manager,
        Employee? of = null,
        OfficeWords? words = null
    ) =>
        new(
            PersonPages.Pages,
            of ?? Amira,
            words ?? OfficeWords.Plain,
            new Viewer(Guid.Empty, "", role, null)
        );

    static Employee Made()
    {
        var person = new Employee
        {
            Name = "Amira Yilmaz",
            Phone = "+4915123456701",
            Email = "amira@example.org",
            WorkRole = new WorkRole { Name = "Bar", Hue = 7 },
            HourlyRate = 18.5m,
            OpeningHours = 38,
            LastWorkedOn = new DateOnly(2026, 11, 1),
            Notes = "<b>Careful</b>\nTwo",
        };
        person.HaveSkills(["cocktails", "English"]);
        return person;
    }
}
