using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Problems;

public sealed class AnswerTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Theory]
    [InlineData("New", "We are on it.", "Looking")]
    [InlineData("New", "", "New")]
    [InlineData("Solved", "Mended.", "Solved")]
    public async Task What_was_answered_is_not_new_any_more(
        string chosen,
        string answer,
        string state
    )
    {
        using var staff = await App.SignInAsync();
        using var sent = await staff.PostAsync("/problems", ("Comment", "It broke"));
        var id = await Database.AskAsync<Guid>("select id from problem_reports");
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answered = await admin.PostAsync(
            $"/admin/problems/{id}",
            ("Form.State", chosen),
            ("Form.Answer", answer),
            (
                "Form.Version",
                await Database.AskAsync<string>("select xmin::text from problem_reports") ?? ""
            )
        );

        Assert.Equal(state, await Database.AskAsync<string>("select state from problem_reports"));
        Assert.Equal(
            state == "New" ? 0 : 1,
            await CountAsync("audit_log where table_name = 'problem_reports' and action = 'update'")
        );
    }
}
