using Bunit;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Shared.Trail;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Shared.Records;

public class HistoryListTests : BunitContext
{
    static readonly Guid Amira = Guid.CreateVersion7();

    [Fact]
    public void It_is_live_and_asks_for_the_page_that_it_shows()
    {
        var list = List(before: 90, next: 41, Line(42)).Find("#person-history");

        Assert.Equal($"person:{Amira}", list.GetAttribute("data-live"));
        Assert.Equal($"/team/{Amira}/history?part=list&before=90", list.GetAttribute("hx-get"));
        Assert.Equal(
            [$"/team/{Amira}/history", $"/team/{Amira}/history?before=41"],
            list.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public void Each_field_that_can_be_put_back_has_its_own_button_and_no_token_is_inside()
    {
        var list = List(null, null, Line(42, EmployeeFields.Phone, EmployeeFields.Email));

        Assert.Equal(
            [("42:phone", "Put back phone"), ("42:email", "Put back e-mail")],
            list.FindAll("#change-42 button[form=put-back]")
                .Select(b => (b.GetAttribute("value"), b.TextContent.Trim()))
        );
        Assert.DoesNotContain("__RequestVerificationToken", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_alone_can_be_put_back_is_named_too() =>
        Assert.Equal(
            "Put back phone",
            List(null, null, Line(42, EmployeeFields.Phone)).Find("button").TextContent.Trim()
        );

    [Fact]
    public void Who_may_not_put_back_reads_and_has_no_button() =>
        Assert.Empty(List(null, null, Line(42)).FindAll("button"));

    [Fact]
    public void Nothing_further_is_said_in_words() =>
        Assert.Equal("No further entries", List(null, null).Find(".empty h2").TextContent);

    IRenderedComponent<HistoryList> List(long? before, long? next, params HistoryLine[] lines) =>
        Render<HistoryList>(list =>
            list.Add(l => l.View, new HistoryView(Amira, TeamLinks.Person, before, lines, next))
        );

    static HistoryLine Line(long id, params Field<Employee>[] putBack) =>
        new(
            new TrailLine(
                new AuditEntry().Put(nameof(AuditEntry.Id), id),
                "Bea",
                "Amira",
                [],
                [new("phone", "phone", TrailFactKind.Set, "", "+49 1")]
            ),
            putBack
        );
}
