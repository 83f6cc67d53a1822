using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Tests.Web.Pages.Shared.Trail;

public sealed class TrailLineTests
{
    static readonly Guid Bea = Guid.CreateVersion7();
    static readonly Guid Amira = Guid.CreateVersion7();
    static readonly Guid Bar = Guid.CreateVersion7();
    static readonly Viewer Manager = new(Bea, "Bea", UserRole.Manager, null);
    static readonly TrailNames Names = new(
        new Dictionary<string, string>
        {
            [$"employees/{Amira}"] = "Amira Yilmaz",
            [$"users/{Bea}"] = "Bea",
        },
        OfficeWords.Plain.With(WorkRole.Choices, new Dictionary<Guid, string> { [Bar] = "Bar" })
    );

    [Theory]
    [InlineData(
        """{"opening_hours":[12,14.50]}""",
        "Bea changed hours of Amira Yilmaz from 12 to 14.5"
    )]
    [InlineData(
        """{"phone":[null,"+4915123456701"]}""",
        "Bea set phone of Amira Yilmaz to +49 1512 3456701"
    )]
    [InlineData(
        """{"email":["a@b.example",null]}""",
        "Bea cleared e-mail of Amira Yilmaz, which was a@b.example"
    )]
    [InlineData(
        """{"employment":["FullTime","Student"],"opening_hours":[1,2]}""",
        "Bea changed employment of Amira Yilmaz from Full-time to Student and changed hours from 1 to 2"
    )]
    [InlineData("""{"archived_at":[null,"2026-11-21T02:40:00Z"]}""", "Bea archived Amira Yilmaz")]
    [InlineData("""{"archived_at":["2026-11-21T02:40:00Z",null]}""", "Bea restored Amira Yilmaz")]
    [InlineData("""{"phone":null}""", "Bea changed phone of Amira Yilmaz (the values were erased)")]
    [InlineData("""{"name_key":["a","b"]}""", "Bea changed Amira Yilmaz")]
    public void A_change_reads_as_a_sentence(string diff, string sentence) =>
        Assert.Equal(sentence, Line("update", "employees", Amira, diff).Text());

    [Fact]
    public void Of_several_contacts_each_stands_apart_before_and_after() =>
        Assert.Equal(
            "Bea changed contacts from Anna Berg, Owner; Ben Okafor to Anna Berg, Owner; Cleo Meier, +49 1512 3456701",
            Line(
                    "update",
                    "clients",
                    Amira,
                    """{"contacts":[["Anna Berg, Owner","Ben Okafor"],["Anna Berg, Owner","Cleo Meier, +4915123456701"]]}"""
                )
                .Text(withSubject: false)
        );

    [Fact]
    public void What_is_kept_by_id_is_told_by_name() =>
        Assert.Equal(
            "Bea set role of Amira Yilmaz to Bar",
            Line("update", "employees", Amira, $$"""{"work_role_id":[null,"{{Bar}}"]}""").Text()
        );

    [Fact]
    public void On_a_persons_own_page_the_person_is_not_named() =>
        Assert.Equal(
            "Bea changed hours from 12 to 14.5",
            Line("update", "employees", Amira, """{"opening_hours":[12,14.5]}""")
                .Text(withSubject: false)
        );

    [Fact]
    public void Staff_learn_that_the_rate_changed_and_not_what_it_was() =>
        Assert.Equal(
            "Bea changed hourly rate of Amira Yilmaz",
            Line(
                    "update",
                    "employees",
                    Amira,
                    """{"hourly_rate":[14,15]}""",
                    Manager with
                    {
                        Role = UserRole.Staff,
                    }
                )
                .Text()
        );

    [Fact]
    public void A_password_leaves_no_value() =>
        Assert.Equal(
            "Bea changed their own password",
            Line(
                    "update",
                    "users",
                    Bea,
                    """{"password_hash":[null,null],"security_stamp":[null,null]}"""
                )
                .Text()
        );

    [Fact]
    public void The_name_of_what_is_gone_is_read_from_the_line_itself() =>
        Assert.Equal(
            "Bea removed the work role Sound",
            Line("delete", "work_roles", Guid.CreateVersion7(), """{"name":["Sound",null]}""")
                .Text()
        );

    [Fact]
    public async Task Markup_in_a_name_stays_text()
    {
        var line = Line("update", "employees", Amira, """{"name":["<b>x</b>","Amira"]}""");
        await using var services = new ServiceCollection().BuildServiceProvider();

        var html = await new Fragments(services, NullLoggerFactory.Instance).RenderAsync<Sentence>(
            new { Line = line, Href = "/x" }
        );

        var sentence = await new HtmlParser().ParseDocumentAsync(html);
        Assert.Equal("<b>x</b>", sentence.QuerySelector("del")!.TextContent);
        Assert.Equal(line.Text(), sentence.Body!.TextContent);
    }

    static TrailLine Line(
        string action,
        string table,
        Guid row,
        string diff,
        Viewer? viewer = null
    ) => TrailLine.Of(Entry(action, table, row, diff), Names, viewer ?? Manager);

    static AuditEntry Entry(string action, string table, Guid row, string diff)
    {
        var entry = new AuditEntry();
        Set(nameof(AuditEntry.ActorId), Bea);
        Set(nameof(AuditEntry.Actor), "Bea");
        Set(nameof(AuditEntry.Action), action);
        Set(nameof(AuditEntry.TableName), table);
        Set(nameof(AuditEntry.RowId), row.ToString());
        Set(nameof(AuditEntry.Diff), JsonDocument.Parse(diff));
        return entry;

        void Set(string property, object value) =>
            typeof(AuditEntry).GetProperty(property)!.SetValue(entry, value);
    }
}
