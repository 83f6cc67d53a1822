using Bunit;
using StaffDashboard.Data.Audit;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Tests.Web.Pages.Admin.Audit;

public class AuditListTests : BunitContext
{
    [Fact]
    public void A_line_leads_to_its_row_and_to_all_that_the_same_step_did()
    {
        var list = List(Line(7, request: "step-1"), Line(8, request: null));

        Assert.Equal(
            "/admin/audit?table=employees&row=amira",
            list.Find("#line-7 a.link").GetAttribute("href")
        );
        Assert.Equal(
            "/admin/audit?request=step-1",
            list.Find("#line-7 a.small").GetAttribute("href")
        );
        Assert.Empty(list.FindAll("#line-8 a.small"));
    }

    [Fact]
    public void It_is_live_under_its_own_address()
    {
        var list = List(Line(7, null)).Find("#audit-list");

        Assert.Equal("team users", list.GetAttribute("data-live"));
        Assert.Equal("/admin/audit?part=list", list.GetAttribute("hx-get"));
        Assert.Equal(
            "/admin/audit?after=7",
            list.QuerySelector(".pager [rel=next]")!.GetAttribute("href")
        );
    }

    [Theory]
    [InlineData(true, "Nothing matches")]
    [InlineData(false, "Nothing has happened yet")]
    public void An_empty_trail_says_whether_filters_are_why(bool isFiltered, string words) =>
        Assert.Equal(
            words,
            Render<AuditList>(list =>
                    list.Add(l => l.Lines, [])
                        .Add(l => l.IsFiltered, isFiltered)
                        .Add(l => l.Address, "/admin/audit?part=list")
                )
                .Find(".empty h2")
                .TextContent
        );

    IRenderedComponent<AuditList> List(params AuditLineView[] lines) =>
        Render<AuditList>(list =>
            list.Add(l => l.Lines, lines)
                .Add(l => l.Topics, "team users")
                .Add(l => l.Address, "/admin/audit?part=list")
                .Add(l => l.Next, "/admin/audit?after=7")
        );

    static AuditLineView Line(long id, string? request) =>
        new(
            new TrailLine(
                new AuditEntry()
                    .Put(nameof(AuditEntry.Id), id)
                    .Put(nameof(AuditEntry.TableName), "employees")
                    .Put(nameof(AuditEntry.RowId), "amira")
                    .Put(nameof(AuditEntry.RequestId), request),
                "Bea",
                "Amira",
                ["archived {0}"],
                []
            )
        );
}
