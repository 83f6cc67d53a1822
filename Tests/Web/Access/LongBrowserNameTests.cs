using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Access;

public sealed class LongBrowserNameTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task The_name_of_a_browser_is_not_cut_within_an_emoji()
    {
        var sessions = App.Services.GetRequiredService<SessionKeys>();

        await sessions.OpenAsync(
            await IdOfAsync(UserRole.Staff),
            new string('a', 299) + "👋",
            "::1",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(1, await CountAsync("sessions where length(browser) = 299"));
    }
}
