using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Problems;

public sealed class ReportedPageTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task A_report_from_an_error_page_is_about_the_page_that_failed()
    {
        using var staff = await App.SignInAsync();

        var form = await staff.GetPageAsync("/problems?page=/team/import&reference=4f2a");

        Assert.Equal(
            "/team/import",
            form.QuerySelector("main input[name=Page]")!.GetAttribute("value")
        );
    }

    [Theory]
    [InlineData("/team/0198-af/history?q=Amira#top", "/team/0198-af/history")]
    [InlineData("/", "/")]
    [InlineData("/caf%C3%A9", "/caf%C3%A9")]
    [InlineData("/team\r\n\r\nPay here: https://evil.example", "")]
    [InlineData("/team\u2028Pay here", "")]
    [InlineData("/team\u202Elve", "")]
    [InlineData("Pay here", "")]
    [InlineData("https://evil.example/", "")]
    [InlineData("//evil.example/", "")]
    [InlineData("/team pay here", "")]
    public async Task The_page_is_a_path_of_this_site_or_nothing(string sent, string kept)
    {
        using var staff = await App.SignInAsync();

        using var answer = await staff.PostAsync(
            "/problems",
            ("Comment", "It broke"),
            ("Page", sent)
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(kept, await Database.AskAsync<string>("select page from problem_reports"));
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'problem_reports' and action = 'insert' and actor = 'Sam Staff'"
            )
        );
    }
}
