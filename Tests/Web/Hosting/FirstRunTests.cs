using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class FirstRunTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task The_first_Admin_is_called_by_their_address_and_can_take_a_name()
    {
        await Database.RunAsync(
            "alter table users disable trigger user; delete from users; alter table users enable trigger user"
        );

        await FirstRun.EnsureAdminAsync(
            App.Services,
            new AdminSettings("first@example.test", "horse battery staple")
        );

        Assert.Equal(
            1,
            await CountAsync("users where name = 'first@example.test' and role = 'Admin'")
        );
        using var admin = App.Stranger();
        await admin.SignInAsync("first@example.test", "horse battery staple");
        using var same = await admin.PostAsync("/account", ("Name", "first@example.test"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, same.StatusCode);
        using var named = await admin.PostAsync("/account", ("Name", "Ada Keller"));
        Assert.Equal(1, await CountAsync("users where name = 'Ada Keller'"));
    }
}
