using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Reports;

public sealed class RecipientMeanwhileTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task Two_who_meet_at_a_recipient_are_told_so()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var added = await admin.PostAsync(
            "/admin/reports?handler=Add",
            ("Recipient.Email", "bea@example.test")
        );
        var id = await Database.AskAsync<Guid>("select id from report_recipients");
        await using var other = await Meeting.BeginAsync(
            Database,
            "update report_recipients set added_by = 'Somebody'"
        );

        using var answer = await other.MeetAsync(() =>
            admin.PostAsync($"/admin/reports/recipients/{id}?handler=Remove")
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "Somebody else saved at the same moment",
            (await Visitor.ParseAsync(answer)).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync("report_recipients"));
    }
}
