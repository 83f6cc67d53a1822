using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Reports;

public sealed class AddedByTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task Who_added_a_recipient_is_called_as_they_are_called_today()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var added = await admin.PostAsync(
            "/admin/reports?handler=Add",
            ("Recipient.Email", "boss@example.test")
        );
        var id = await Database.AskAsync<Guid>("select id from report_recipients");
        Assert.Contains("Added by Ada Admin", await TitleAsync(), StringComparison.Ordinal);
        await Database.RunAsync("update users set name = 'Ada Adler' where role = 'Admin'");
        // Somebody else is called that now.
        await Database.RunAsync("update users set name = 'Ada Admin' where role = 'Staff'");

        Assert.Contains("Added by Ada Adler", await TitleAsync(), StringComparison.Ordinal);

        async Task<string> TitleAsync() =>
            (await admin.GetPageAsync($"/admin/reports/recipients/{id}"))
                .QuerySelector(".title")!
                .TextContent;
    }
}
